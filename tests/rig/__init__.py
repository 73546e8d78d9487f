"""What the tests stand on: settings, browsers, databases and the cast."""
