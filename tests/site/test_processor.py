"""Which processors numpy sorts slowly on."""

from relmap.processor import is_zen_4

SAID = "vendor_id\t: {}\ncpu family\t: {}\nflags\t\t: fpu avx2 avx512f avx512dq\n"


def test_zen_4_is_told_from_others_that_know_avx_512():
    assert is_zen_4(SAID.format("AuthenticAMD", 25))
    assert not is_zen_4(SAID.format("AuthenticAMD", 26))
    assert not is_zen_4(SAID.format("GenuineIntel", 6))


def test_zen_3_knows_no_avx_512():
    assert not is_zen_4(SAID.format("AuthenticAMD", 25).replace("avx512f", ""))
