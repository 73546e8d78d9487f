"""Records are called what people call them; no table changes."""

import django.db.models.deletion
from django.db import migrations, models


class Migration(migrations.Migration):

    dependencies = [
        ('stakeholders', '0014_fewer_orders'),
    ]

    operations = [
        migrations.AlterModelOptions(
            name='batch',
            options={'ordering': ['-created_at'], 'verbose_name': 'import'},
        ),
        migrations.AlterModelOptions(
            name='historicalstakeholder',
            options={'get_latest_by': ('history_date', 'history_id'), 'ordering': ('-history_date', '-history_id'), 'verbose_name': 'historical person', 'verbose_name_plural': 'historical people'},
        ),
        migrations.AlterModelOptions(
            name='stakeholder',
            options={'ordering': ['name', 'pk'], 'verbose_name': 'person', 'verbose_name_plural': 'people'},
        ),
        migrations.AlterField(
            model_name='concern',
            name='stakeholder',
            field=models.ForeignKey(on_delete=django.db.models.deletion.CASCADE, related_name='concerns', to='stakeholders.stakeholder', verbose_name='person'),
        ),
        migrations.AlterField(
            model_name='historicalconcern',
            name='stakeholder',
            field=models.ForeignKey(blank=True, db_constraint=False, null=True, on_delete=django.db.models.deletion.DO_NOTHING, related_name='+', to='stakeholders.stakeholder', verbose_name='person'),
        ),
        migrations.AlterField(
            model_name='historicalrole',
            name='stakeholder',
            field=models.ForeignKey(blank=True, db_constraint=False, null=True, on_delete=django.db.models.deletion.DO_NOTHING, related_name='+', to='stakeholders.stakeholder', verbose_name='person'),
        ),
        migrations.AlterField(
            model_name='historicalterm',
            name='stakeholder',
            field=models.ForeignKey(blank=True, db_constraint=False, help_text='Leave empty when a whole unit says it.', null=True, on_delete=django.db.models.deletion.DO_NOTHING, related_name='+', to='stakeholders.stakeholder', verbose_name='person'),
        ),
        migrations.AlterField(
            model_name='historicaluser',
            name='stakeholder',
            field=models.ForeignKey(blank=True, db_constraint=False, help_text='Who this user is among the people, so that what they log is theirs.', null=True, on_delete=django.db.models.deletion.DO_NOTHING, related_name='+', to='stakeholders.stakeholder', verbose_name='person'),
        ),
        migrations.AlterField(
            model_name='participation',
            name='stakeholder',
            field=models.ForeignKey(db_index=False, on_delete=django.db.models.deletion.PROTECT, related_name='participations', to='stakeholders.stakeholder', verbose_name='person'),
        ),
        migrations.AlterField(
            model_name='role',
            name='stakeholder',
            field=models.ForeignKey(on_delete=django.db.models.deletion.CASCADE, related_name='roles', to='stakeholders.stakeholder', verbose_name='person'),
        ),
        migrations.AlterField(
            model_name='term',
            name='stakeholder',
            field=models.ForeignKey(blank=True, help_text='Leave empty when a whole unit says it.', null=True, on_delete=django.db.models.deletion.CASCADE, related_name='terms', to='stakeholders.stakeholder', verbose_name='person'),
        ),
        migrations.AlterField(
            model_name='user',
            name='stakeholder',
            field=models.OneToOneField(blank=True, help_text='Who this user is among the people, so that what they log is theirs.', null=True, on_delete=django.db.models.deletion.SET_NULL, to='stakeholders.stakeholder', verbose_name='person'),
        ),
    ]
