"""The processor: numpy is told what not to use of it, before anything imports numpy."""

import os
from contextlib import suppress
from pathlib import Path
from typing import Final

CPUS: Final = Path("/proc/cpuinfo")  # of Linux; elsewhere nothing is known and changed
ZEN_4: Final = ("AuthenticAMD", "cpu family\t: 25\n", " avx512f ")
ENOUGH: Final = 8_000  # characters, which say all of the first of them
WIDE: Final = "X86_V4 AVX512_ICL"  # numpy's names for AVX-512


def sort_narrow() -> None:
    """Let numpy do without AVX-512 on AMD's Zen 4, unless whoever runs it says what to use.

    It sorts by it, which takes this processor five times as long as by AVX2: to write
    part of a register to memory is slow there (numpy/x86-simd-sort, issue 6).
    """
    with suppress(OSError), CPUS.open() as said:
        if is_zen_4(said.read(ENOUGH)):
            os.environ.setdefault("NPY_DISABLE_CPU_FEATURES", WIDE)


def is_zen_4(said: str) -> bool:
    """Return whether Linux `said` of its processors that they are of that kind."""
    return all(word in said for word in ZEN_4)
