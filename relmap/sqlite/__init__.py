"""SQLite as Django's database, fitted to many who save at once."""
