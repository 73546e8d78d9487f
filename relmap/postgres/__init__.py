"""PostgreSQL as Django's database, which plans once what it is asked often."""
