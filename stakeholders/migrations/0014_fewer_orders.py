"""Indexes that each save had to write, and that others can answer for.

A layer is told apart within an order of standings; ties that lead to somebody are found
by those that lead back.
"""

import django.db.models.deletion
from django.db import migrations, models

GONE = ["worst", "best", "layer", "others", "spoke", "spoke_last"]
ORDERS = {
    "worst": ["band", "-weight", "-silence", "layer", "ours"],
    "best": ["calm", "-weight", "silence", "layer"],
    "spoke": ["never", "spoke", "layer"],
    "spoke_last": ["never", "-spoke", "layer"],
}


class Migration(migrations.Migration):

    dependencies = [("stakeholders", "0013_words_of_people")]

    operations = [
        *(migrations.RemoveIndex("standing", f"standing_{name}") for name in GONE),
        *(
            migrations.AddIndex(
                "standing", models.Index(fields=fields, name=f"standing_{name}")
            )
            for name, fields in ORDERS.items()
        ),
        migrations.SeparateDatabaseAndState(
            # By its name: for an altered field SQLite would write the whole table anew.
            database_operations=[
                migrations.RunSQL(
                    'DROP INDEX IF EXISTS "stakeholders_tie_target_id_693bd841"',
                    migrations.RunSQL.noop,
                )
            ],
            state_operations=[
                migrations.AlterField(
                    "tie",
                    "target",
                    models.ForeignKey(
                        "stakeholders.stakeholder",
                        django.db.models.deletion.CASCADE,
                        db_constraint=False,
                        db_index=False,
                        related_name="ties_in",
                    ),
                )
            ],
        ),
    ]
