"""Indexes that nobody asks: each is a page more, or four, to write with every save."""

import django.db.models.deletion
from django.db import migrations, models

# Dropped by name: as an altered field SQLite would write the whole table anew, twice.
DROPPED = ["interaction_id_c7962a41", "stakeholder_id_88f48b58"]


def dropped(name):
    """Drop one index of the seats."""
    index = f'DROP INDEX "stakeholders_participation_{name}"'
    return migrations.RunSQL(index, migrations.RunSQL.noop)


def seat(to, on_delete):
    """Return one end of a seat."""
    return models.ForeignKey(
        f"stakeholders.{to}", on_delete, db_index=False, related_name="participations"
    )


class Migration(migrations.Migration):

    dependencies = [("stakeholders", "0001_squashed_0010_talks_in_confidence")]

    operations = [
        migrations.RemoveIndex("interaction", "stakeholder_batch_i_5ce181_idx"),
        migrations.SeparateDatabaseAndState(
            database_operations=[dropped(name) for name in DROPPED],
            state_operations=[
                migrations.AlterField(
                    "participation",
                    "interaction",
                    seat("interaction", django.db.models.deletion.CASCADE),
                ),
                migrations.AlterField(
                    "participation",
                    "stakeholder",
                    seat("stakeholder", django.db.models.deletion.PROTECT),
                ),
            ],
        ),
    ]
