"""manage.py evaluate: how well the scores predict, on a log of one's own choosing."""

import json
from argparse import ArgumentParser
from pathlib import Path
from typing import Any, Final

from django.core.management.base import BaseCommand, CommandError

from stakeholders.evaluation.balance import evaluate_balance
from stakeholders.evaluation.cooling import evaluate_cooling
from stakeholders.evaluation.cooling_choices import choose_cooling
from stakeholders.evaluation.files import read_log
from stakeholders.evaluation.log import UnreadableLogError
from stakeholders.evaluation.reciprocity import evaluate_reciprocity
from stakeholders.evaluation.trust import evaluate_trust
from stakeholders.evaluation.trust_choices import choose_trust

PROTOCOLS: Final = {
    "cooling": evaluate_cooling,
    "trust": evaluate_trust,
    "reciprocity": evaluate_reciprocity,
    "balance": evaluate_balance,
    "cooling-choices": choose_cooling,
    "trust-choices": choose_trust,
}


UNREADABLE: Final = 2  # exit code, as argparse has it for what it cannot read


class Command(BaseCommand):
    """Measure our scores beside others on a public or own log; reads no database."""

    help = "Measure how well a score predicts, beside others, on a CSV log."
    requires_system_checks: list[str] = []

    def add_arguments(self, parser: ArgumentParser) -> None:
        """Ask for the protocol, the file, and the form of the answer."""
        parser.add_argument("protocol", choices=PROTOCOLS)
        parser.add_argument("--data", type=Path, required=True, help="a CSV file")
        parser.add_argument("--json", action="store_true", help="answer as JSON")

    def handle(self, *args: Any, protocol: str, data: Path, **options: Any) -> None:
        """Print the figures of every predictor, ours marked."""
        try:
            result = PROTOCOLS[protocol](read_log(data))
        except (UnreadableLogError, OSError) as error:
            raise CommandError(f"{data}: {error}", returncode=UNREADABLE) from error
        text = (
            json.dumps(result.as_json(), indent=2) if options["json"] else result.as_table()
        )
        self.stdout.write(text)
