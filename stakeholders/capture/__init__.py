"""Capture: outside sources become records."""
