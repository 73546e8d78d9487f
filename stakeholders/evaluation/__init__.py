"""Evaluation: the scores beside what others use, on real logs. No page imports this."""
