"""Write the handbook's page on scores: python -m stakeholders.scores.catalogue."""

from pathlib import Path

from stakeholders.scores.catalogue import as_markdown

HANDBOOK = Path(__file__).parents[3] / "docs" / "handbook" / "scores.md"

if __name__ == "__main__":
    HANDBOOK.write_text(as_markdown(), encoding="utf-8")
