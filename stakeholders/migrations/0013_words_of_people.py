"""Words of people: which ties changed since they were read."""

from django.db import migrations, models


class Migration(migrations.Migration):

    dependencies = [
        ('stakeholders', '0012_plain_letters'),
    ]

    operations = [
        migrations.AddField(
            model_name='standing',
            name='word',
            field=models.BigIntegerField(db_default=0, default=0, help_text='New when a tie of theirs is written.'),
        ),
    ]
