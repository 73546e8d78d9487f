"""The administration: every record, for those who run the site. It computes nothing."""

from stakeholders.admin import batches, conversations, knowledge, people, promises, users

__all__ = ["batches", "conversations", "knowledge", "people", "promises", "users"]
