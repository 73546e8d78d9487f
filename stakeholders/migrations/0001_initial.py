import django.contrib.auth.models
import django.contrib.auth.validators
import django.core.validators
import django.db.models.deletion
import django.utils.timezone
import simple_history.models
import stakeholders.models.days
from django.conf import settings
from django.db import migrations, models


class Migration(migrations.Migration):
    initial = True

    dependencies = [
        ("auth", "0012_alter_user_first_name_max_length"),
    ]

    operations = [
        migrations.CreateModel(
            name="User",
            fields=[
                (
                    "id",
                    models.BigAutoField(
                        auto_created=True,
                        primary_key=True,
                        serialize=False,
                        verbose_name="ID",
                    ),
                ),
                ("password", models.CharField(max_length=128, verbose_name="password")),
                (
                    "last_login",
                    models.DateTimeField(blank=True, null=True, verbose_name="last login"),
                ),
                (
                    "is_superuser",
                    models.BooleanField(
                        default=False,
                        help_text="Designates that this user has all permissions without explicitly assigning them.",
                        verbose_name="superuser status",
                    ),
                ),
                (
                    "username",
                    models.CharField(
                        error_messages={
                            "unique": "A user with that username already exists."
                        },
                        help_text="Required. 150 characters or fewer. Letters, digits and @/./+/-/_ only.",
                        max_length=150,
                        unique=True,
                        validators=[
                            django.contrib.auth.validators.UnicodeUsernameValidator()
                        ],
                        verbose_name="username",
                    ),
                ),
                (
                    "first_name",
                    models.CharField(blank=True, max_length=150, verbose_name="first name"),
                ),
                (
                    "last_name",
                    models.CharField(blank=True, max_length=150, verbose_name="last name"),
                ),
                (
                    "email",
                    models.EmailField(
                        blank=True, max_length=254, verbose_name="email address"
                    ),
                ),
                (
                    "is_staff",
                    models.BooleanField(
                        default=False,
                        help_text="Designates whether the user can log into this admin site.",
                        verbose_name="staff status",
                    ),
                ),
                (
                    "is_active",
                    models.BooleanField(
                        default=True,
                        help_text="Designates whether this user should be treated as active. Unselect this instead of deleting accounts.",
                        verbose_name="active",
                    ),
                ),
                (
                    "date_joined",
                    models.DateTimeField(
                        default=django.utils.timezone.now, verbose_name="date joined"
                    ),
                ),
                (
                    "role",
                    models.CharField(
                        choices=[
                            ("viewer", "Viewer: reads"),
                            ("member", "Member: reads and logs"),
                            ("manager", "Manager: also imports and archives"),
                            ("administrator", "Administrator: also manages every record"),
                        ],
                        default="member",
                        max_length=20,
                    ),
                ),
                (
                    "groups",
                    models.ManyToManyField(
                        blank=True,
                        help_text="The groups this user belongs to. A user will get all permissions granted to each of their groups.",
                        related_name="user_set",
                        related_query_name="user",
                        to="auth.group",
                        verbose_name="groups",
                    ),
                ),
                (
                    "user_permissions",
                    models.ManyToManyField(
                        blank=True,
                        help_text="Specific permissions for this user.",
                        related_name="user_set",
                        related_query_name="user",
                        to="auth.permission",
                        verbose_name="user permissions",
                    ),
                ),
            ],
            options={
                "verbose_name": "user",
                "verbose_name_plural": "users",
                "abstract": False,
            },
            managers=[
                ("objects", django.contrib.auth.models.UserManager()),
            ],
        ),
        migrations.CreateModel(
            name="Chore",
            fields=[
                (
                    "name",
                    models.CharField(max_length=40, primary_key=True, serialize=False),
                ),
                ("holder", models.CharField(blank=True, max_length=40)),
                ("held_until", models.DateTimeField(null=True)),
                ("done_at", models.DateTimeField(null=True)),
                ("seconds", models.FloatField(default=0, help_text="How long it took.")),
                (
                    "mark",
                    models.CharField(
                        blank=True,
                        help_text="State of the records it was done for.",
                        max_length=200,
                    ),
                ),
            ],
        ),
        migrations.CreateModel(
            name="Norm",
            fields=[
                (
                    "id",
                    models.BigAutoField(
                        auto_created=True,
                        primary_key=True,
                        serialize=False,
                        verbose_name="ID",
                    ),
                ),
                (
                    "settled_on",
                    models.IntegerField(default=0, help_text="Day (ordinal); 0: never."),
                ),
                (
                    "team",
                    models.IntegerField(default=0, help_text="How many people are ours."),
                ),
                (
                    "ties",
                    models.IntegerField(
                        default=0, help_text="Ordered pairs with any evidence."
                    ),
                ),
                (
                    "kept",
                    models.FloatField(
                        help_text="Share of promises kept, 0 to 1.", null=True
                    ),
                ),
                (
                    "reached",
                    models.FloatField(
                        help_text="Share of contacts that came in.", null=True
                    ),
                ),
                (
                    "given",
                    models.FloatField(help_text="Share of gifts that came in.", null=True),
                ),
                ("value", models.FloatField(default=0)),
                ("error", models.FloatField(default=0)),
                ("weight", models.FloatField(default=0)),
                ("as_one_value", models.FloatField(default=0)),
                ("as_one_error", models.FloatField(default=0)),
                ("as_one_weight", models.FloatField(default=0)),
                ("judge_total", models.FloatField(default=0)),
                ("judge_weight", models.FloatField(default=0)),
                ("judged_total", models.FloatField(default=0)),
                ("judged_weight", models.FloatField(default=0)),
                (
                    "calibrated_on",
                    models.IntegerField(default=0, help_text="Day (ordinal); 0: never."),
                ),
                ("base", models.FloatField(null=True)),
                ("recency", models.FloatField(null=True)),
                ("frequency", models.FloatField(null=True)),
                ("absence", models.FloatField(null=True)),
                (
                    "outcomes",
                    models.IntegerField(
                        default=0, help_text="Of this site; 0: public data."
                    ),
                ),
            ],
        ),
        migrations.CreateModel(
            name="StructureRun",
            fields=[
                (
                    "id",
                    models.BigAutoField(
                        auto_created=True,
                        primary_key=True,
                        serialize=False,
                        verbose_name="ID",
                    ),
                ),
                ("done_at", models.DateTimeField()),
                ("people", models.IntegerField()),
                (
                    "ties",
                    models.IntegerField(
                        help_text="Pairs in touch lately, each counted once."
                    ),
                ),
                ("communities", models.IntegerField()),
                (
                    "modularity",
                    models.FloatField(help_text="Of the communities found.", null=True),
                ),
                (
                    "unit_modularity",
                    models.FloatField(help_text="Of the formal units.", null=True),
                ),
                (
                    "ei_index",
                    models.FloatField(
                        help_text="-1 closed units to 1 open ones.", null=True
                    ),
                ),
                (
                    "ei_expected",
                    models.FloatField(help_text="The same by chance.", null=True),
                ),
                ("ei_p_closed", models.FloatField(null=True)),
                (
                    "units",
                    models.JSONField(
                        help_text="Unit (id), its E-I index, and what is expected."
                    ),
                ),
                (
                    "bridges",
                    models.JSONField(
                        help_text="Held, holder (ids), and how many are cut off."
                    ),
                ),
            ],
        ),
        migrations.CreateModel(
            name="Tally",
            fields=[
                (
                    "layer",
                    models.CharField(
                        choices=[
                            ("peer", "Business peer"),
                            ("shareholder", "Shareholder"),
                            ("customer", "Customer"),
                            ("vendor", "Vendor"),
                            ("user", "User"),
                            ("team", "Our team"),
                        ],
                        max_length=20,
                        primary_key=True,
                        serialize=False,
                    ),
                ),
                ("day", models.IntegerField()),
                ("people", models.IntegerField()),
                ("strained", models.IntegerField()),
                ("cooling", models.IntegerField()),
                ("one_sided", models.IntegerField()),
                ("healthy", models.IntegerField()),
                ("unknown", models.IntegerField()),
                ("kept", models.FloatField(null=True)),
                ("reached", models.FloatField()),
                ("answered", models.FloatField()),
                ("trust", models.FloatField(null=True)),
                ("trust_low", models.FloatField(null=True)),
                ("trust_high", models.FloatField(null=True)),
                ("known_trust", models.IntegerField()),
                ("silent", models.FloatField(null=True)),
                ("silent_low", models.FloatField(null=True)),
                ("silent_high", models.FloatField(null=True)),
            ],
        ),
        migrations.CreateModel(
            name="Visit",
            fields=[
                (
                    "user",
                    models.OneToOneField(
                        on_delete=django.db.models.deletion.CASCADE,
                        primary_key=True,
                        related_name="visit",
                        serialize=False,
                        to=settings.AUTH_USER_MODEL,
                    ),
                ),
                ("seen_at", models.DateTimeField(default=django.utils.timezone.now)),
                (
                    "since",
                    models.DateTimeField(
                        help_text="The end of the visit before.", null=True
                    ),
                ),
                (
                    "bands",
                    models.JSONField(
                        default=dict, help_text="Band by person, as seen last."
                    ),
                ),
                (
                    "bands_before",
                    models.JSONField(default=dict, help_text="The same, the visit before."),
                ),
            ],
        ),
        migrations.CreateModel(
            name="Batch",
            fields=[
                (
                    "id",
                    models.BigAutoField(
                        auto_created=True,
                        primary_key=True,
                        serialize=False,
                        verbose_name="ID",
                    ),
                ),
                (
                    "kind",
                    models.CharField(
                        choices=[
                            ("people", "People"),
                            ("interactions", "Conversations"),
                            ("example", "The example organisation"),
                        ],
                        max_length=20,
                    ),
                ),
                (
                    "state",
                    models.CharField(
                        choices=[
                            ("prepared", "Waiting for your confirmation"),
                            ("running", "Running"),
                            ("undoing", "Being undone"),
                            ("done", "Done"),
                            ("failed", "Nothing was imported"),
                            ("undone", "Undone"),
                        ],
                        default="prepared",
                        max_length=20,
                    ),
                ),
                ("file_name", models.CharField(max_length=200)),
                (
                    "sha256",
                    models.CharField(
                        help_text="Of the file's bytes, in hexadecimal.", max_length=64
                    ),
                ),
                (
                    "mapping",
                    models.JSONField(
                        blank=True, default=dict, help_text="Our field: their column."
                    ),
                ),
                (
                    "options",
                    models.JSONField(
                        blank=True,
                        default=dict,
                        help_text="How to read it: `capture.options.Options`.",
                    ),
                ),
                ("rows_read", models.PositiveIntegerField(default=0)),
                ("rows_added", models.PositiveIntegerField(default=0)),
                (
                    "rows_known",
                    models.PositiveIntegerField(
                        default=0, help_text="Already here, so not added."
                    ),
                ),
                ("rows_skipped", models.PositiveIntegerField(default=0)),
                (
                    "skipped",
                    models.JSONField(
                        blank=True,
                        default=list,
                        help_text="[[row number, reason], ...], the first of them.",
                    ),
                ),
                (
                    "created_at",
                    models.DateTimeField(default=django.utils.timezone.now, editable=False),
                ),
                ("ended_at", models.DateTimeField(editable=False, null=True)),
                (
                    "created_by",
                    models.ForeignKey(
                        editable=False,
                        null=True,
                        on_delete=django.db.models.deletion.SET_NULL,
                        related_name="+",
                        to=settings.AUTH_USER_MODEL,
                    ),
                ),
            ],
            options={
                "verbose_name_plural": "batches",
                "ordering": ["-created_at"],
            },
        ),
        migrations.CreateModel(
            name="Stakeholder",
            fields=[
                (
                    "id",
                    models.BigAutoField(
                        auto_created=True,
                        primary_key=True,
                        serialize=False,
                        verbose_name="ID",
                    ),
                ),
                (
                    "created_at",
                    models.DateTimeField(default=django.utils.timezone.now, editable=False),
                ),
                ("archived_at", models.DateTimeField(editable=False, null=True)),
                ("version", models.PositiveIntegerField(default=1, editable=False)),
                ("name", models.CharField(max_length=200)),
                (
                    "is_group",
                    models.BooleanField(
                        default=False,
                        help_text="Several people who act as one, such as a board.",
                        verbose_name="a group",
                    ),
                ),
                (
                    "layer",
                    models.CharField(
                        choices=[
                            ("peer", "Business peer"),
                            ("shareholder", "Shareholder"),
                            ("customer", "Customer"),
                            ("vendor", "Vendor"),
                            ("user", "User"),
                            ("team", "Our team"),
                        ],
                        default="peer",
                        max_length=20,
                    ),
                ),
                (
                    "internal",
                    models.BooleanField(
                        default=True,
                        help_text="Works inside the organisation. IT has two sets of customers.",
                    ),
                ),
                (
                    "email",
                    models.EmailField(
                        blank=True, max_length=254, verbose_name="mail address"
                    ),
                ),
                ("phone", models.CharField(blank=True, max_length=50)),
                ("notes", models.TextField(blank=True, max_length=10000)),
                (
                    "external_id",
                    models.CharField(
                        blank=True,
                        help_text="What another system calls this person.",
                        max_length=200,
                    ),
                ),
                (
                    "influence",
                    models.PositiveSmallIntegerField(
                        blank=True, help_text="1 (little) to 5 (decides).", null=True
                    ),
                ),
                (
                    "interest",
                    models.PositiveSmallIntegerField(
                        blank=True, help_text="1 (little) to 5 (high).", null=True
                    ),
                ),
                (
                    "seniority",
                    models.PositiveSmallIntegerField(
                        blank=True,
                        choices=[
                            (1, "Junior"),
                            (2, "Senior"),
                            (3, "Manager"),
                            (4, "Executive"),
                        ],
                        null=True,
                    ),
                ),
                (
                    "criticality",
                    models.PositiveSmallIntegerField(
                        choices=[(1, "Ordinary"), (2, "Important"), (3, "Make or break")],
                        default=1,
                    ),
                ),
                (
                    "engagement_now",
                    models.PositiveSmallIntegerField(
                        blank=True,
                        choices=[
                            (1, "Unaware"),
                            (2, "Resistant"),
                            (3, "Neutral"),
                            (4, "Supportive"),
                            (5, "Leading"),
                        ],
                        null=True,
                    ),
                ),
                (
                    "engagement_wanted",
                    models.PositiveSmallIntegerField(
                        blank=True,
                        choices=[
                            (1, "Unaware"),
                            (2, "Resistant"),
                            (3, "Neutral"),
                            (4, "Supportive"),
                            (5, "Leading"),
                        ],
                        null=True,
                    ),
                ),
                (
                    "preferred_channel",
                    models.CharField(
                        blank=True,
                        choices=[
                            ("in_person", "In person"),
                            ("video", "Video call"),
                            ("call", "Phone call"),
                            ("chat", "Chat"),
                            ("mail", "Mail"),
                        ],
                        max_length=20,
                    ),
                ),
                (
                    "depth",
                    models.CharField(
                        blank=True,
                        choices=[("headline", "The headline"), ("detail", "The detail")],
                        max_length=20,
                    ),
                ),
                (
                    "language",
                    models.CharField(
                        blank=True,
                        choices=[
                            ("business", "Business language"),
                            ("technical", "Technical language"),
                        ],
                        max_length=20,
                    ),
                ),
                (
                    "cadence_days",
                    models.PositiveSmallIntegerField(
                        blank=True,
                        help_text="Speak at least every so many days.",
                        null=True,
                        validators=[
                            django.core.validators.MinValueValidator(1),
                            django.core.validators.MaxValueValidator(730),
                        ],
                        verbose_name="wanted rhythm",
                    ),
                ),
                (
                    "backup",
                    models.ForeignKey(
                        blank=True,
                        help_text="Who steps in when the counterpart is away.",
                        null=True,
                        on_delete=django.db.models.deletion.SET_NULL,
                        related_name="backup_of",
                        to="stakeholders.stakeholder",
                    ),
                ),
                (
                    "batch",
                    models.ForeignKey(
                        editable=False,
                        null=True,
                        on_delete=django.db.models.deletion.SET_NULL,
                        related_name="+",
                        to="stakeholders.batch",
                    ),
                ),
                (
                    "counterpart",
                    models.ForeignKey(
                        blank=True,
                        help_text="Who of our team keeps this relationship.",
                        null=True,
                        on_delete=django.db.models.deletion.SET_NULL,
                        related_name="counterpart_of",
                        to="stakeholders.stakeholder",
                    ),
                ),
                (
                    "created_by",
                    models.ForeignKey(
                        editable=False,
                        null=True,
                        on_delete=django.db.models.deletion.SET_NULL,
                        related_name="+",
                        to=settings.AUTH_USER_MODEL,
                    ),
                ),
            ],
            options={
                "ordering": ["name", "pk"],
                "indexes": [
                    models.Index(
                        fields=["layer", "name"], name="stakeholder_layer_e97543_idx"
                    ),
                    models.Index(fields=["name"], name="stakeholder_name_49c171_idx"),
                    models.Index(fields=["email"], name="stakeholder_email_27eb30_idx"),
                    models.Index(
                        fields=["-criticality", "cadence_days"], name="weighty_people"
                    ),
                ],
                "constraints": [
                    models.CheckConstraint(
                        condition=models.Q(("name", ""), _negated=True),
                        name="stakeholder_has_a_name",
                        violation_error_message="Give the person a name.",
                    ),
                    models.CheckConstraint(
                        condition=models.Q(
                            ("influence", None),
                            ("influence__range", (1, 5)),
                            _connector="OR",
                        ),
                        name="influence_1_to_5",
                        violation_error_message="Influence goes from 1 to 5.",
                    ),
                    models.CheckConstraint(
                        condition=models.Q(
                            ("interest", None), ("interest__range", (1, 5)), _connector="OR"
                        ),
                        name="interest_1_to_5",
                        violation_error_message="Interest goes from 1 to 5.",
                    ),
                    models.CheckConstraint(
                        condition=models.Q(
                            ("counterpart", None),
                            models.Q(("counterpart", models.F("pk")), _negated=True),
                            _connector="OR",
                        ),
                        name="counterpart_is_another",
                        violation_error_message="Nobody is their own counterpart.",
                    ),
                    models.CheckConstraint(
                        condition=models.Q(
                            ("counterpart", None),
                            ("backup", None),
                            models.Q(("counterpart", models.F("backup")), _negated=True),
                            _connector="OR",
                        ),
                        name="backup_is_another",
                        violation_error_message="Counterpart and backup must be two people.",
                    ),
                    models.CheckConstraint(
                        condition=models.Q(
                            ("cadence_days", None),
                            ("cadence_days__range", (1, 730)),
                            _connector="OR",
                        ),
                        name="cadence_1_to_730",
                        violation_error_message="The wanted rhythm goes from 1 to 730 days.",
                    ),
                    models.UniqueConstraint(
                        condition=models.Q(("external_id", ""), _negated=True),
                        fields=("external_id",),
                        name="external_id_once",
                        violation_error_message="Somebody else already has this external id.",
                    ),
                ],
            },
        ),
        migrations.CreateModel(
            name="GroupTrend",
            fields=[
                (
                    "id",
                    models.BigAutoField(
                        auto_created=True,
                        primary_key=True,
                        serialize=False,
                        verbose_name="ID",
                    ),
                ),
                (
                    "kind",
                    models.CharField(
                        choices=[
                            ("network", "Network"),
                            ("layer", "Layer"),
                            ("unit", "Unit"),
                        ],
                        max_length=10,
                    ),
                ),
                (
                    "key",
                    models.CharField(help_text="Layer, or id of the unit.", max_length=20),
                ),
                (
                    "first_day",
                    models.IntegerField(
                        help_text="Day (ordinal) of the first point, a Sunday."
                    ),
                ),
                (
                    "points",
                    models.BinaryField(
                        help_text="Rows of `standings.points.GROUP`, by week."
                    ),
                ),
            ],
            options={
                "constraints": [
                    models.UniqueConstraint(fields=("kind", "key"), name="group_trend_once")
                ],
            },
        ),
        migrations.CreateModel(
            name="HistoricalInteraction",
            fields=[
                (
                    "id",
                    models.BigIntegerField(
                        auto_created=True, blank=True, db_index=True, verbose_name="ID"
                    ),
                ),
                (
                    "created_at",
                    models.DateTimeField(default=django.utils.timezone.now, editable=False),
                ),
                ("archived_at", models.DateTimeField(editable=False, null=True)),
                (
                    "happened_on",
                    models.DateField(
                        default=django.utils.timezone.localdate,
                        validators=[stakeholders.models.days.refuse_to_come],
                        verbose_name="day",
                    ),
                ),
                (
                    "happened_at",
                    models.TimeField(blank=True, null=True, verbose_name="time"),
                ),
                (
                    "minutes",
                    models.PositiveSmallIntegerField(
                        blank=True, null=True, verbose_name="how long, in minutes"
                    ),
                ),
                ("summary", models.CharField(max_length=300, verbose_name="in one line")),
                ("notes", models.TextField(blank=True, max_length=20000)),
                (
                    "channel",
                    models.CharField(
                        choices=[
                            ("in_person", "In person"),
                            ("video", "Video call"),
                            ("call", "Phone call"),
                            ("event", "Event"),
                            ("chat", "Chat"),
                            ("mail", "Mail"),
                            ("other", "Other"),
                        ],
                        default="in_person",
                        max_length=20,
                    ),
                ),
                (
                    "formality",
                    models.CharField(
                        blank=True,
                        choices=[("formal", "Formal"), ("informal", "Informal")],
                        max_length=20,
                    ),
                ),
                ("asked", models.BooleanField(default=False, verbose_name="we asked")),
                (
                    "listened",
                    models.BooleanField(default=False, verbose_name="we listened"),
                ),
                ("told", models.BooleanField(default=False, verbose_name="we told")),
                (
                    "outcome",
                    models.CharField(
                        blank=True,
                        choices=[
                            ("agreed", "Agreed"),
                            ("open", "Still open"),
                            ("disagreed", "Disagreed"),
                        ],
                        max_length=20,
                    ),
                ),
                ("our_view", models.TextField(blank=True, max_length=5000)),
                ("their_view", models.TextField(blank=True, max_length=5000)),
                (
                    "why",
                    models.TextField(
                        blank=True, max_length=5000, verbose_name="the reason why"
                    ),
                ),
                (
                    "touchpoint",
                    models.CharField(
                        blank=True,
                        choices=[
                            ("order", "First asking or ordering"),
                            ("delivery", "Delivery or roll-out"),
                            ("use", "Daily use"),
                            ("support", "Help and support"),
                            ("change", "Change"),
                            ("review", "Review or renewal"),
                        ],
                        max_length=20,
                    ),
                ),
                (
                    "confidential",
                    models.BooleanField(
                        default=False,
                        help_text="Seen by who took part, who logged it, and whoever you name.",
                    ),
                ),
                (
                    "source",
                    models.CharField(
                        default="browser",
                        editable=False,
                        help_text="Where it was captured.",
                        max_length=20,
                    ),
                ),
                (
                    "external_id",
                    models.CharField(
                        blank=True,
                        editable=False,
                        help_text="What its source calls it.",
                        max_length=200,
                    ),
                ),
                ("history_id", models.AutoField(primary_key=True, serialize=False)),
                ("history_date", models.DateTimeField(db_index=True)),
                ("history_change_reason", models.CharField(max_length=100, null=True)),
                (
                    "history_type",
                    models.CharField(
                        choices=[("+", "Created"), ("~", "Changed"), ("-", "Deleted")],
                        max_length=1,
                    ),
                ),
                (
                    "batch",
                    models.ForeignKey(
                        blank=True,
                        db_constraint=False,
                        editable=False,
                        null=True,
                        on_delete=django.db.models.deletion.DO_NOTHING,
                        related_name="+",
                        to="stakeholders.batch",
                    ),
                ),
                (
                    "created_by",
                    models.ForeignKey(
                        blank=True,
                        db_constraint=False,
                        editable=False,
                        null=True,
                        on_delete=django.db.models.deletion.DO_NOTHING,
                        related_name="+",
                        to=settings.AUTH_USER_MODEL,
                    ),
                ),
                (
                    "history_user",
                    models.ForeignKey(
                        null=True,
                        on_delete=django.db.models.deletion.SET_NULL,
                        related_name="+",
                        to=settings.AUTH_USER_MODEL,
                    ),
                ),
            ],
            options={
                "verbose_name": "historical conversation",
                "verbose_name_plural": "historical conversations",
                "ordering": ("-history_date", "-history_id"),
                "get_latest_by": ("history_date", "history_id"),
            },
            bases=(simple_history.models.HistoricalChanges, models.Model),
        ),
        migrations.CreateModel(
            name="Interaction",
            fields=[
                (
                    "id",
                    models.BigAutoField(
                        auto_created=True,
                        primary_key=True,
                        serialize=False,
                        verbose_name="ID",
                    ),
                ),
                (
                    "created_at",
                    models.DateTimeField(default=django.utils.timezone.now, editable=False),
                ),
                ("archived_at", models.DateTimeField(editable=False, null=True)),
                ("version", models.PositiveIntegerField(default=1, editable=False)),
                (
                    "happened_on",
                    models.DateField(
                        default=django.utils.timezone.localdate,
                        validators=[stakeholders.models.days.refuse_to_come],
                        verbose_name="day",
                    ),
                ),
                (
                    "happened_at",
                    models.TimeField(blank=True, null=True, verbose_name="time"),
                ),
                (
                    "minutes",
                    models.PositiveSmallIntegerField(
                        blank=True, null=True, verbose_name="how long, in minutes"
                    ),
                ),
                ("summary", models.CharField(max_length=300, verbose_name="in one line")),
                ("notes", models.TextField(blank=True, max_length=20000)),
                (
                    "channel",
                    models.CharField(
                        choices=[
                            ("in_person", "In person"),
                            ("video", "Video call"),
                            ("call", "Phone call"),
                            ("event", "Event"),
                            ("chat", "Chat"),
                            ("mail", "Mail"),
                            ("other", "Other"),
                        ],
                        default="in_person",
                        max_length=20,
                    ),
                ),
                (
                    "formality",
                    models.CharField(
                        blank=True,
                        choices=[("formal", "Formal"), ("informal", "Informal")],
                        max_length=20,
                    ),
                ),
                ("asked", models.BooleanField(default=False, verbose_name="we asked")),
                (
                    "listened",
                    models.BooleanField(default=False, verbose_name="we listened"),
                ),
                ("told", models.BooleanField(default=False, verbose_name="we told")),
                (
                    "outcome",
                    models.CharField(
                        blank=True,
                        choices=[
                            ("agreed", "Agreed"),
                            ("open", "Still open"),
                            ("disagreed", "Disagreed"),
                        ],
                        max_length=20,
                    ),
                ),
                ("our_view", models.TextField(blank=True, max_length=5000)),
                ("their_view", models.TextField(blank=True, max_length=5000)),
                (
                    "why",
                    models.TextField(
                        blank=True, max_length=5000, verbose_name="the reason why"
                    ),
                ),
                (
                    "touchpoint",
                    models.CharField(
                        blank=True,
                        choices=[
                            ("order", "First asking or ordering"),
                            ("delivery", "Delivery or roll-out"),
                            ("use", "Daily use"),
                            ("support", "Help and support"),
                            ("change", "Change"),
                            ("review", "Review or renewal"),
                        ],
                        max_length=20,
                    ),
                ),
                (
                    "confidential",
                    models.BooleanField(
                        default=False,
                        help_text="Seen by who took part, who logged it, and whoever you name.",
                    ),
                ),
                (
                    "source",
                    models.CharField(
                        default="browser",
                        editable=False,
                        help_text="Where it was captured.",
                        max_length=20,
                    ),
                ),
                (
                    "external_id",
                    models.CharField(
                        blank=True,
                        editable=False,
                        help_text="What its source calls it.",
                        max_length=200,
                    ),
                ),
                (
                    "batch",
                    models.ForeignKey(
                        editable=False,
                        null=True,
                        on_delete=django.db.models.deletion.SET_NULL,
                        related_name="+",
                        to="stakeholders.batch",
                    ),
                ),
                (
                    "created_by",
                    models.ForeignKey(
                        editable=False,
                        null=True,
                        on_delete=django.db.models.deletion.SET_NULL,
                        related_name="+",
                        to=settings.AUTH_USER_MODEL,
                    ),
                ),
                (
                    "shared_with",
                    models.ManyToManyField(
                        blank=True,
                        related_name="shared_conversations",
                        to=settings.AUTH_USER_MODEL,
                    ),
                ),
            ],
            options={
                "verbose_name": "conversation",
                "ordering": ["-happened_on", "-pk"],
                "indexes": [
                    models.Index(
                        fields=["-happened_on", "-id"],
                        name="stakeholder_happene_a01c68_idx",
                    ),
                    models.Index(fields=["batch"], name="stakeholder_batch_i_5ce181_idx"),
                    models.Index(
                        fields=["created_at"], name="stakeholder_created_c6c020_idx"
                    ),
                ],
                "constraints": [
                    models.CheckConstraint(
                        condition=models.Q(("summary", ""), _negated=True),
                        name="interaction_says_something",
                        violation_error_message="Say in one line what it was about.",
                    ),
                    models.UniqueConstraint(
                        condition=models.Q(("external_id", ""), _negated=True),
                        fields=("source", "external_id"),
                        name="interaction_captured_once",
                        violation_error_message="This conversation is already here.",
                    ),
                ],
            },
        ),
        migrations.CreateModel(
            name="Repute",
            fields=[
                (
                    "stakeholder",
                    models.OneToOneField(
                        db_constraint=False,
                        on_delete=django.db.models.deletion.CASCADE,
                        primary_key=True,
                        related_name="repute",
                        serialize=False,
                        to="stakeholders.stakeholder",
                    ),
                ),
                ("judge_total", models.FloatField(default=0)),
                ("judge_weight", models.FloatField(default=0)),
                ("judged_total", models.FloatField(default=0)),
                ("judged_weight", models.FloatField(default=0)),
            ],
        ),
        migrations.CreateModel(
            name="Trend",
            fields=[
                (
                    "stakeholder",
                    models.OneToOneField(
                        db_constraint=False,
                        on_delete=django.db.models.deletion.CASCADE,
                        primary_key=True,
                        related_name="trend",
                        serialize=False,
                        to="stakeholders.stakeholder",
                    ),
                ),
                (
                    "first_day",
                    models.IntegerField(
                        help_text="Day (ordinal) of the first point, a Sunday."
                    ),
                ),
                (
                    "points",
                    models.BinaryField(
                        help_text="Rows of `standings.points.PERSON`, by week."
                    ),
                ),
            ],
        ),
        migrations.CreateModel(
            name="Plan",
            fields=[
                (
                    "id",
                    models.BigAutoField(
                        auto_created=True,
                        primary_key=True,
                        serialize=False,
                        verbose_name="ID",
                    ),
                ),
                (
                    "created_at",
                    models.DateTimeField(default=django.utils.timezone.now, editable=False),
                ),
                ("archived_at", models.DateTimeField(editable=False, null=True)),
                ("version", models.PositiveIntegerField(default=1, editable=False)),
                (
                    "planned_on",
                    models.DateField(
                        validators=[stakeholders.models.days.refuse_never],
                        verbose_name="when",
                    ),
                ),
                (
                    "about",
                    models.CharField(blank=True, max_length=300, verbose_name="about what"),
                ),
                (
                    "batch",
                    models.ForeignKey(
                        editable=False,
                        null=True,
                        on_delete=django.db.models.deletion.SET_NULL,
                        related_name="+",
                        to="stakeholders.batch",
                    ),
                ),
                (
                    "created_by",
                    models.ForeignKey(
                        editable=False,
                        null=True,
                        on_delete=django.db.models.deletion.SET_NULL,
                        related_name="+",
                        to=settings.AUTH_USER_MODEL,
                    ),
                ),
                (
                    "kept_by",
                    models.ForeignKey(
                        blank=True,
                        editable=False,
                        help_text="The conversation that came of it.",
                        null=True,
                        on_delete=django.db.models.deletion.SET_NULL,
                        related_name="plans_kept",
                        to="stakeholders.interaction",
                    ),
                ),
                (
                    "keeper",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.CASCADE,
                        related_name="plans_to_keep",
                        to="stakeholders.stakeholder",
                        verbose_name="who of us",
                    ),
                ),
                (
                    "stakeholder",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.CASCADE,
                        related_name="plans",
                        to="stakeholders.stakeholder",
                        verbose_name="with whom",
                    ),
                ),
            ],
            options={
                "ordering": ["planned_on", "pk"],
                "indexes": [
                    models.Index(
                        fields=["keeper", "planned_on"],
                        name="stakeholder_keeper__d33731_idx",
                    )
                ],
                "constraints": [
                    models.CheckConstraint(
                        condition=models.Q(
                            ("stakeholder", models.F("keeper")), _negated=True
                        ),
                        name="plan_between_two",
                        violation_error_message="Choose two different people.",
                    )
                ],
            },
        ),
        migrations.CreateModel(
            name="Place",
            fields=[
                (
                    "id",
                    models.BigAutoField(
                        auto_created=True,
                        primary_key=True,
                        serialize=False,
                        verbose_name="ID",
                    ),
                ),
                (
                    "x",
                    models.FloatField(
                        help_text="-1 to 1, to the right; none: not drawn.", null=True
                    ),
                ),
                ("y", models.FloatField(help_text="-1 to 1, upwards.", null=True)),
                (
                    "community",
                    models.IntegerField(help_text="Number; none: no ties.", null=True),
                ),
                ("between", models.FloatField(default=0, help_text="Betweenness, 0 to 1.")),
                (
                    "constraint",
                    models.FloatField(help_text="Burt's; none: no ties.", null=True),
                ),
                (
                    "broker",
                    models.CharField(
                        blank=True, help_text="The role most played.", max_length=20
                    ),
                ),
                (
                    "held_by",
                    models.ForeignKey(
                        help_text="The one of ours who alone deals with them.",
                        null=True,
                        on_delete=django.db.models.deletion.SET_NULL,
                        related_name="+",
                        to="stakeholders.stakeholder",
                    ),
                ),
                (
                    "stakeholder",
                    models.OneToOneField(
                        db_constraint=False,
                        on_delete=django.db.models.deletion.CASCADE,
                        related_name="place",
                        to="stakeholders.stakeholder",
                    ),
                ),
            ],
            options={
                "indexes": [models.Index(fields=["-between"], name="place_between")],
            },
        ),
        migrations.CreateModel(
            name="Participation",
            fields=[
                (
                    "id",
                    models.BigAutoField(
                        auto_created=True,
                        primary_key=True,
                        serialize=False,
                        verbose_name="ID",
                    ),
                ),
                (
                    "initiator",
                    models.BooleanField(default=False, verbose_name="reached out"),
                ),
                (
                    "mood",
                    models.SmallIntegerField(
                        blank=True,
                        choices=[
                            (-2, "Bad"),
                            (-1, "Uneasy"),
                            (0, "Neutral"),
                            (1, "Good"),
                            (2, "Warm"),
                        ],
                        null=True,
                    ),
                ),
                (
                    "interaction",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.CASCADE,
                        related_name="participations",
                        to="stakeholders.interaction",
                    ),
                ),
                (
                    "stakeholder",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name="participations",
                        to="stakeholders.stakeholder",
                    ),
                ),
            ],
            options={
                "ordering": ["-initiator", "pk"],
                "indexes": [
                    models.Index(
                        fields=["stakeholder", "interaction"],
                        name="stakeholder_stakeho_db4820_idx",
                    )
                ],
                "constraints": [
                    models.UniqueConstraint(
                        fields=("interaction", "stakeholder"),
                        name="takes_part_once",
                        violation_error_message="Each person takes part once.",
                    ),
                    models.UniqueConstraint(
                        condition=models.Q(("initiator", True)),
                        fields=("interaction",),
                        name="one_initiator",
                        violation_error_message="One person at most reached out.",
                    ),
                    models.CheckConstraint(
                        condition=models.Q(
                            ("mood", None), ("mood__range", (-2, 2)), _connector="OR"
                        ),
                        name="mood_minus_2_to_2",
                        violation_error_message="Mood goes from -2 (bad) to 2 (warm).",
                    ),
                ],
            },
        ),
        migrations.CreateModel(
            name="Lesson",
            fields=[
                (
                    "id",
                    models.BigAutoField(
                        auto_created=True,
                        primary_key=True,
                        serialize=False,
                        verbose_name="ID",
                    ),
                ),
                ("about_judge", models.FloatField(default=0)),
                ("about_judged", models.FloatField(default=0)),
                ("surprise", models.FloatField(default=0)),
                ("weight", models.FloatField(default=0)),
                (
                    "judge",
                    models.ForeignKey(
                        db_constraint=False,
                        db_index=False,
                        on_delete=django.db.models.deletion.CASCADE,
                        related_name="lessons_given",
                        to="stakeholders.stakeholder",
                    ),
                ),
                (
                    "judged",
                    models.ForeignKey(
                        db_constraint=False,
                        db_index=False,
                        on_delete=django.db.models.deletion.CASCADE,
                        related_name="lessons_got",
                        to="stakeholders.stakeholder",
                    ),
                ),
            ],
            options={
                "constraints": [
                    models.UniqueConstraint(fields=("judge", "judged"), name="lesson_once")
                ],
            },
        ),
        migrations.CreateModel(
            name="HistoricalUser",
            fields=[
                (
                    "id",
                    models.BigIntegerField(
                        auto_created=True, blank=True, db_index=True, verbose_name="ID"
                    ),
                ),
                (
                    "is_superuser",
                    models.BooleanField(
                        default=False,
                        help_text="Designates that this user has all permissions without explicitly assigning them.",
                        verbose_name="superuser status",
                    ),
                ),
                (
                    "username",
                    models.CharField(
                        db_index=True,
                        error_messages={
                            "unique": "A user with that username already exists."
                        },
                        help_text="Required. 150 characters or fewer. Letters, digits and @/./+/-/_ only.",
                        max_length=150,
                        validators=[
                            django.contrib.auth.validators.UnicodeUsernameValidator()
                        ],
                        verbose_name="username",
                    ),
                ),
                (
                    "first_name",
                    models.CharField(blank=True, max_length=150, verbose_name="first name"),
                ),
                (
                    "last_name",
                    models.CharField(blank=True, max_length=150, verbose_name="last name"),
                ),
                (
                    "email",
                    models.EmailField(
                        blank=True, max_length=254, verbose_name="email address"
                    ),
                ),
                (
                    "is_staff",
                    models.BooleanField(
                        default=False,
                        help_text="Designates whether the user can log into this admin site.",
                        verbose_name="staff status",
                    ),
                ),
                (
                    "is_active",
                    models.BooleanField(
                        default=True,
                        help_text="Designates whether this user should be treated as active. Unselect this instead of deleting accounts.",
                        verbose_name="active",
                    ),
                ),
                (
                    "date_joined",
                    models.DateTimeField(
                        default=django.utils.timezone.now, verbose_name="date joined"
                    ),
                ),
                (
                    "role",
                    models.CharField(
                        choices=[
                            ("viewer", "Viewer: reads"),
                            ("member", "Member: reads and logs"),
                            ("manager", "Manager: also imports and archives"),
                            ("administrator", "Administrator: also manages every record"),
                        ],
                        default="member",
                        max_length=20,
                    ),
                ),
                ("history_id", models.AutoField(primary_key=True, serialize=False)),
                ("history_date", models.DateTimeField(db_index=True)),
                ("history_change_reason", models.CharField(max_length=100, null=True)),
                (
                    "history_type",
                    models.CharField(
                        choices=[("+", "Created"), ("~", "Changed"), ("-", "Deleted")],
                        max_length=1,
                    ),
                ),
                (
                    "history_user",
                    models.ForeignKey(
                        null=True,
                        on_delete=django.db.models.deletion.SET_NULL,
                        related_name="+",
                        to=settings.AUTH_USER_MODEL,
                    ),
                ),
                (
                    "stakeholder",
                    models.ForeignKey(
                        blank=True,
                        db_constraint=False,
                        help_text="Who this user is among the people, so that what they log is theirs.",
                        null=True,
                        on_delete=django.db.models.deletion.DO_NOTHING,
                        related_name="+",
                        to="stakeholders.stakeholder",
                    ),
                ),
            ],
            options={
                "verbose_name": "historical user",
                "verbose_name_plural": "historical users",
                "ordering": ("-history_date", "-history_id"),
                "get_latest_by": ("history_date", "history_id"),
            },
            bases=(simple_history.models.HistoricalChanges, models.Model),
        ),
        migrations.CreateModel(
            name="HistoricalTag",
            fields=[
                (
                    "id",
                    models.BigIntegerField(
                        auto_created=True, blank=True, db_index=True, verbose_name="ID"
                    ),
                ),
                (
                    "created_at",
                    models.DateTimeField(default=django.utils.timezone.now, editable=False),
                ),
                ("archived_at", models.DateTimeField(editable=False, null=True)),
                ("name", models.CharField(max_length=50, verbose_name="tag")),
                ("history_id", models.AutoField(primary_key=True, serialize=False)),
                ("history_date", models.DateTimeField(db_index=True)),
                ("history_change_reason", models.CharField(max_length=100, null=True)),
                (
                    "history_type",
                    models.CharField(
                        choices=[("+", "Created"), ("~", "Changed"), ("-", "Deleted")],
                        max_length=1,
                    ),
                ),
                (
                    "batch",
                    models.ForeignKey(
                        blank=True,
                        db_constraint=False,
                        editable=False,
                        null=True,
                        on_delete=django.db.models.deletion.DO_NOTHING,
                        related_name="+",
                        to="stakeholders.batch",
                    ),
                ),
                (
                    "created_by",
                    models.ForeignKey(
                        blank=True,
                        db_constraint=False,
                        editable=False,
                        null=True,
                        on_delete=django.db.models.deletion.DO_NOTHING,
                        related_name="+",
                        to=settings.AUTH_USER_MODEL,
                    ),
                ),
                (
                    "history_user",
                    models.ForeignKey(
                        null=True,
                        on_delete=django.db.models.deletion.SET_NULL,
                        related_name="+",
                        to=settings.AUTH_USER_MODEL,
                    ),
                ),
                (
                    "stakeholder",
                    models.ForeignKey(
                        blank=True,
                        db_constraint=False,
                        null=True,
                        on_delete=django.db.models.deletion.DO_NOTHING,
                        related_name="+",
                        to="stakeholders.stakeholder",
                    ),
                ),
            ],
            options={
                "verbose_name": "historical tag",
                "verbose_name_plural": "historical tags",
                "ordering": ("-history_date", "-history_id"),
                "get_latest_by": ("history_date", "history_id"),
            },
            bases=(simple_history.models.HistoricalChanges, models.Model),
        ),
        migrations.CreateModel(
            name="HistoricalStakeholder",
            fields=[
                (
                    "id",
                    models.BigIntegerField(
                        auto_created=True, blank=True, db_index=True, verbose_name="ID"
                    ),
                ),
                (
                    "created_at",
                    models.DateTimeField(default=django.utils.timezone.now, editable=False),
                ),
                ("archived_at", models.DateTimeField(editable=False, null=True)),
                ("name", models.CharField(max_length=200)),
                (
                    "is_group",
                    models.BooleanField(
                        default=False,
                        help_text="Several people who act as one, such as a board.",
                        verbose_name="a group",
                    ),
                ),
                (
                    "layer",
                    models.CharField(
                        choices=[
                            ("peer", "Business peer"),
                            ("shareholder", "Shareholder"),
                            ("customer", "Customer"),
                            ("vendor", "Vendor"),
                            ("user", "User"),
                            ("team", "Our team"),
                        ],
                        default="peer",
                        max_length=20,
                    ),
                ),
                (
                    "internal",
                    models.BooleanField(
                        default=True,
                        help_text="Works inside the organisation. IT has two sets of customers.",
                    ),
                ),
                (
                    "email",
                    models.EmailField(
                        blank=True, max_length=254, verbose_name="mail address"
                    ),
                ),
                ("phone", models.CharField(blank=True, max_length=50)),
                ("notes", models.TextField(blank=True, max_length=10000)),
                (
                    "external_id",
                    models.CharField(
                        blank=True,
                        help_text="What another system calls this person.",
                        max_length=200,
                    ),
                ),
                (
                    "influence",
                    models.PositiveSmallIntegerField(
                        blank=True, help_text="1 (little) to 5 (decides).", null=True
                    ),
                ),
                (
                    "interest",
                    models.PositiveSmallIntegerField(
                        blank=True, help_text="1 (little) to 5 (high).", null=True
                    ),
                ),
                (
                    "seniority",
                    models.PositiveSmallIntegerField(
                        blank=True,
                        choices=[
                            (1, "Junior"),
                            (2, "Senior"),
                            (3, "Manager"),
                            (4, "Executive"),
                        ],
                        null=True,
                    ),
                ),
                (
                    "criticality",
                    models.PositiveSmallIntegerField(
                        choices=[(1, "Ordinary"), (2, "Important"), (3, "Make or break")],
                        default=1,
                    ),
                ),
                (
                    "engagement_now",
                    models.PositiveSmallIntegerField(
                        blank=True,
                        choices=[
                            (1, "Unaware"),
                            (2, "Resistant"),
                            (3, "Neutral"),
                            (4, "Supportive"),
                            (5, "Leading"),
                        ],
                        null=True,
                    ),
                ),
                (
                    "engagement_wanted",
                    models.PositiveSmallIntegerField(
                        blank=True,
                        choices=[
                            (1, "Unaware"),
                            (2, "Resistant"),
                            (3, "Neutral"),
                            (4, "Supportive"),
                            (5, "Leading"),
                        ],
                        null=True,
                    ),
                ),
                (
                    "preferred_channel",
                    models.CharField(
                        blank=True,
                        choices=[
                            ("in_person", "In person"),
                            ("video", "Video call"),
                            ("call", "Phone call"),
                            ("chat", "Chat"),
                            ("mail", "Mail"),
                        ],
                        max_length=20,
                    ),
                ),
                (
                    "depth",
                    models.CharField(
                        blank=True,
                        choices=[("headline", "The headline"), ("detail", "The detail")],
                        max_length=20,
                    ),
                ),
                (
                    "language",
                    models.CharField(
                        blank=True,
                        choices=[
                            ("business", "Business language"),
                            ("technical", "Technical language"),
                        ],
                        max_length=20,
                    ),
                ),
                (
                    "cadence_days",
                    models.PositiveSmallIntegerField(
                        blank=True,
                        help_text="Speak at least every so many days.",
                        null=True,
                        validators=[
                            django.core.validators.MinValueValidator(1),
                            django.core.validators.MaxValueValidator(730),
                        ],
                        verbose_name="wanted rhythm",
                    ),
                ),
                ("history_id", models.AutoField(primary_key=True, serialize=False)),
                ("history_date", models.DateTimeField(db_index=True)),
                ("history_change_reason", models.CharField(max_length=100, null=True)),
                (
                    "history_type",
                    models.CharField(
                        choices=[("+", "Created"), ("~", "Changed"), ("-", "Deleted")],
                        max_length=1,
                    ),
                ),
                (
                    "batch",
                    models.ForeignKey(
                        blank=True,
                        db_constraint=False,
                        editable=False,
                        null=True,
                        on_delete=django.db.models.deletion.DO_NOTHING,
                        related_name="+",
                        to="stakeholders.batch",
                    ),
                ),
                (
                    "created_by",
                    models.ForeignKey(
                        blank=True,
                        db_constraint=False,
                        editable=False,
                        null=True,
                        on_delete=django.db.models.deletion.DO_NOTHING,
                        related_name="+",
                        to=settings.AUTH_USER_MODEL,
                    ),
                ),
                (
                    "history_user",
                    models.ForeignKey(
                        null=True,
                        on_delete=django.db.models.deletion.SET_NULL,
                        related_name="+",
                        to=settings.AUTH_USER_MODEL,
                    ),
                ),
                (
                    "backup",
                    models.ForeignKey(
                        blank=True,
                        db_constraint=False,
                        help_text="Who steps in when the counterpart is away.",
                        null=True,
                        on_delete=django.db.models.deletion.DO_NOTHING,
                        related_name="+",
                        to="stakeholders.stakeholder",
                    ),
                ),
                (
                    "counterpart",
                    models.ForeignKey(
                        blank=True,
                        db_constraint=False,
                        help_text="Who of our team keeps this relationship.",
                        null=True,
                        on_delete=django.db.models.deletion.DO_NOTHING,
                        related_name="+",
                        to="stakeholders.stakeholder",
                    ),
                ),
            ],
            options={
                "verbose_name": "historical stakeholder",
                "verbose_name_plural": "historical stakeholders",
                "ordering": ("-history_date", "-history_id"),
                "get_latest_by": ("history_date", "history_id"),
            },
            bases=(simple_history.models.HistoricalChanges, models.Model),
        ),
        migrations.CreateModel(
            name="HistoricalPlan",
            fields=[
                (
                    "id",
                    models.BigIntegerField(
                        auto_created=True, blank=True, db_index=True, verbose_name="ID"
                    ),
                ),
                (
                    "created_at",
                    models.DateTimeField(default=django.utils.timezone.now, editable=False),
                ),
                ("archived_at", models.DateTimeField(editable=False, null=True)),
                (
                    "planned_on",
                    models.DateField(
                        validators=[stakeholders.models.days.refuse_never],
                        verbose_name="when",
                    ),
                ),
                (
                    "about",
                    models.CharField(blank=True, max_length=300, verbose_name="about what"),
                ),
                ("history_id", models.AutoField(primary_key=True, serialize=False)),
                ("history_date", models.DateTimeField(db_index=True)),
                ("history_change_reason", models.CharField(max_length=100, null=True)),
                (
                    "history_type",
                    models.CharField(
                        choices=[("+", "Created"), ("~", "Changed"), ("-", "Deleted")],
                        max_length=1,
                    ),
                ),
                (
                    "batch",
                    models.ForeignKey(
                        blank=True,
                        db_constraint=False,
                        editable=False,
                        null=True,
                        on_delete=django.db.models.deletion.DO_NOTHING,
                        related_name="+",
                        to="stakeholders.batch",
                    ),
                ),
                (
                    "created_by",
                    models.ForeignKey(
                        blank=True,
                        db_constraint=False,
                        editable=False,
                        null=True,
                        on_delete=django.db.models.deletion.DO_NOTHING,
                        related_name="+",
                        to=settings.AUTH_USER_MODEL,
                    ),
                ),
                (
                    "history_user",
                    models.ForeignKey(
                        null=True,
                        on_delete=django.db.models.deletion.SET_NULL,
                        related_name="+",
                        to=settings.AUTH_USER_MODEL,
                    ),
                ),
                (
                    "kept_by",
                    models.ForeignKey(
                        blank=True,
                        db_constraint=False,
                        editable=False,
                        help_text="The conversation that came of it.",
                        null=True,
                        on_delete=django.db.models.deletion.DO_NOTHING,
                        related_name="+",
                        to="stakeholders.interaction",
                    ),
                ),
                (
                    "keeper",
                    models.ForeignKey(
                        blank=True,
                        db_constraint=False,
                        null=True,
                        on_delete=django.db.models.deletion.DO_NOTHING,
                        related_name="+",
                        to="stakeholders.stakeholder",
                        verbose_name="who of us",
                    ),
                ),
                (
                    "stakeholder",
                    models.ForeignKey(
                        blank=True,
                        db_constraint=False,
                        null=True,
                        on_delete=django.db.models.deletion.DO_NOTHING,
                        related_name="+",
                        to="stakeholders.stakeholder",
                        verbose_name="with whom",
                    ),
                ),
            ],
            options={
                "verbose_name": "historical plan",
                "verbose_name_plural": "historical plans",
                "ordering": ("-history_date", "-history_id"),
                "get_latest_by": ("history_date", "history_id"),
            },
            bases=(simple_history.models.HistoricalChanges, models.Model),
        ),
        migrations.CreateModel(
            name="HistoricalExchange",
            fields=[
                (
                    "id",
                    models.BigIntegerField(
                        auto_created=True, blank=True, db_index=True, verbose_name="ID"
                    ),
                ),
                (
                    "created_at",
                    models.DateTimeField(default=django.utils.timezone.now, editable=False),
                ),
                ("archived_at", models.DateTimeField(editable=False, null=True)),
                (
                    "kind",
                    models.CharField(
                        choices=[
                            ("help", "Help"),
                            ("information", "Information"),
                            ("introduction", "Introduction"),
                            ("feedback", "Feedback"),
                            ("approval", "Approval"),
                            ("credit", "Credit"),
                            ("blame", "Blame"),
                            ("escalation", "Escalation"),
                        ],
                        default="help",
                        max_length=20,
                    ),
                ),
                (
                    "weight",
                    models.PositiveSmallIntegerField(
                        default=1, help_text="1 (a moment) to 5 (weeks of work)."
                    ),
                ),
                ("note", models.CharField(blank=True, max_length=300)),
                ("history_id", models.AutoField(primary_key=True, serialize=False)),
                ("history_date", models.DateTimeField(db_index=True)),
                ("history_change_reason", models.CharField(max_length=100, null=True)),
                (
                    "history_type",
                    models.CharField(
                        choices=[("+", "Created"), ("~", "Changed"), ("-", "Deleted")],
                        max_length=1,
                    ),
                ),
                (
                    "batch",
                    models.ForeignKey(
                        blank=True,
                        db_constraint=False,
                        editable=False,
                        null=True,
                        on_delete=django.db.models.deletion.DO_NOTHING,
                        related_name="+",
                        to="stakeholders.batch",
                    ),
                ),
                (
                    "created_by",
                    models.ForeignKey(
                        blank=True,
                        db_constraint=False,
                        editable=False,
                        null=True,
                        on_delete=django.db.models.deletion.DO_NOTHING,
                        related_name="+",
                        to=settings.AUTH_USER_MODEL,
                    ),
                ),
                (
                    "history_user",
                    models.ForeignKey(
                        null=True,
                        on_delete=django.db.models.deletion.SET_NULL,
                        related_name="+",
                        to=settings.AUTH_USER_MODEL,
                    ),
                ),
                (
                    "interaction",
                    models.ForeignKey(
                        blank=True,
                        db_constraint=False,
                        null=True,
                        on_delete=django.db.models.deletion.DO_NOTHING,
                        related_name="+",
                        to="stakeholders.interaction",
                    ),
                ),
                (
                    "giver",
                    models.ForeignKey(
                        blank=True,
                        db_constraint=False,
                        null=True,
                        on_delete=django.db.models.deletion.DO_NOTHING,
                        related_name="+",
                        to="stakeholders.stakeholder",
                    ),
                ),
                (
                    "receiver",
                    models.ForeignKey(
                        blank=True,
                        db_constraint=False,
                        null=True,
                        on_delete=django.db.models.deletion.DO_NOTHING,
                        related_name="+",
                        to="stakeholders.stakeholder",
                    ),
                ),
            ],
            options={
                "verbose_name": "historical exchange",
                "verbose_name_plural": "historical exchanges",
                "ordering": ("-history_date", "-history_id"),
                "get_latest_by": ("history_date", "history_id"),
            },
            bases=(simple_history.models.HistoricalChanges, models.Model),
        ),
        migrations.CreateModel(
            name="HistoricalConnection",
            fields=[
                (
                    "id",
                    models.BigIntegerField(
                        auto_created=True, blank=True, db_index=True, verbose_name="ID"
                    ),
                ),
                (
                    "created_at",
                    models.DateTimeField(default=django.utils.timezone.now, editable=False),
                ),
                ("archived_at", models.DateTimeField(editable=False, null=True)),
                (
                    "kind",
                    models.CharField(
                        choices=[
                            ("reports_to", "reports to"),
                            ("influences", "influences"),
                            ("sponsors", "sponsors"),
                            ("allied_with", "is allied with"),
                            ("in_contention", "is in contention with"),
                            ("introduced_by", "was introduced by"),
                        ],
                        max_length=20,
                    ),
                ),
                ("since", models.DateField(blank=True, null=True)),
                ("until", models.DateField(blank=True, null=True)),
                ("note", models.CharField(blank=True, max_length=500)),
                ("history_id", models.AutoField(primary_key=True, serialize=False)),
                ("history_date", models.DateTimeField(db_index=True)),
                ("history_change_reason", models.CharField(max_length=100, null=True)),
                (
                    "history_type",
                    models.CharField(
                        choices=[("+", "Created"), ("~", "Changed"), ("-", "Deleted")],
                        max_length=1,
                    ),
                ),
                (
                    "batch",
                    models.ForeignKey(
                        blank=True,
                        db_constraint=False,
                        editable=False,
                        null=True,
                        on_delete=django.db.models.deletion.DO_NOTHING,
                        related_name="+",
                        to="stakeholders.batch",
                    ),
                ),
                (
                    "created_by",
                    models.ForeignKey(
                        blank=True,
                        db_constraint=False,
                        editable=False,
                        null=True,
                        on_delete=django.db.models.deletion.DO_NOTHING,
                        related_name="+",
                        to=settings.AUTH_USER_MODEL,
                    ),
                ),
                (
                    "history_user",
                    models.ForeignKey(
                        null=True,
                        on_delete=django.db.models.deletion.SET_NULL,
                        related_name="+",
                        to=settings.AUTH_USER_MODEL,
                    ),
                ),
                (
                    "source",
                    models.ForeignKey(
                        blank=True,
                        db_constraint=False,
                        null=True,
                        on_delete=django.db.models.deletion.DO_NOTHING,
                        related_name="+",
                        to="stakeholders.stakeholder",
                    ),
                ),
                (
                    "target",
                    models.ForeignKey(
                        blank=True,
                        db_constraint=False,
                        null=True,
                        on_delete=django.db.models.deletion.DO_NOTHING,
                        related_name="+",
                        to="stakeholders.stakeholder",
                        verbose_name="to whom",
                    ),
                ),
            ],
            options={
                "verbose_name": "historical connection",
                "verbose_name_plural": "historical connections",
                "ordering": ("-history_date", "-history_id"),
                "get_latest_by": ("history_date", "history_id"),
            },
            bases=(simple_history.models.HistoricalChanges, models.Model),
        ),
        migrations.CreateModel(
            name="HistoricalConcern",
            fields=[
                (
                    "id",
                    models.BigIntegerField(
                        auto_created=True, blank=True, db_index=True, verbose_name="ID"
                    ),
                ),
                (
                    "created_at",
                    models.DateTimeField(default=django.utils.timezone.now, editable=False),
                ),
                ("archived_at", models.DateTimeField(editable=False, null=True)),
                (
                    "kind",
                    models.CharField(
                        choices=[
                            ("concern", "Concern"),
                            ("priority", "Priority"),
                            ("friction", "Friction"),
                            ("expectation", "Expectation"),
                            ("motive", "Motive"),
                        ],
                        default="concern",
                        max_length=20,
                    ),
                ),
                ("text", models.CharField(max_length=500)),
                (
                    "rank",
                    models.PositiveSmallIntegerField(
                        default=1,
                        help_text="1 matters most.",
                        validators=[
                            django.core.validators.MinValueValidator(1),
                            django.core.validators.MaxValueValidator(9),
                        ],
                    ),
                ),
                ("heard_on", models.DateField(default=django.utils.timezone.localdate)),
                ("settled_on", models.DateField(blank=True, null=True)),
                ("history_id", models.AutoField(primary_key=True, serialize=False)),
                ("history_date", models.DateTimeField(db_index=True)),
                ("history_change_reason", models.CharField(max_length=100, null=True)),
                (
                    "history_type",
                    models.CharField(
                        choices=[("+", "Created"), ("~", "Changed"), ("-", "Deleted")],
                        max_length=1,
                    ),
                ),
                (
                    "batch",
                    models.ForeignKey(
                        blank=True,
                        db_constraint=False,
                        editable=False,
                        null=True,
                        on_delete=django.db.models.deletion.DO_NOTHING,
                        related_name="+",
                        to="stakeholders.batch",
                    ),
                ),
                (
                    "created_by",
                    models.ForeignKey(
                        blank=True,
                        db_constraint=False,
                        editable=False,
                        null=True,
                        on_delete=django.db.models.deletion.DO_NOTHING,
                        related_name="+",
                        to=settings.AUTH_USER_MODEL,
                    ),
                ),
                (
                    "history_user",
                    models.ForeignKey(
                        null=True,
                        on_delete=django.db.models.deletion.SET_NULL,
                        related_name="+",
                        to=settings.AUTH_USER_MODEL,
                    ),
                ),
                (
                    "stakeholder",
                    models.ForeignKey(
                        blank=True,
                        db_constraint=False,
                        null=True,
                        on_delete=django.db.models.deletion.DO_NOTHING,
                        related_name="+",
                        to="stakeholders.stakeholder",
                    ),
                ),
            ],
            options={
                "verbose_name": "historical concern",
                "verbose_name_plural": "historical concerns",
                "ordering": ("-history_date", "-history_id"),
                "get_latest_by": ("history_date", "history_id"),
            },
            bases=(simple_history.models.HistoricalChanges, models.Model),
        ),
        migrations.CreateModel(
            name="HistoricalCommitment",
            fields=[
                (
                    "id",
                    models.BigIntegerField(
                        auto_created=True, blank=True, db_index=True, verbose_name="ID"
                    ),
                ),
                (
                    "created_at",
                    models.DateTimeField(default=django.utils.timezone.now, editable=False),
                ),
                ("archived_at", models.DateTimeField(editable=False, null=True)),
                ("what", models.CharField(max_length=300)),
                ("made_on", models.DateField(default=django.utils.timezone.localdate)),
                (
                    "due_on",
                    models.DateField(
                        blank=True,
                        null=True,
                        validators=[stakeholders.models.days.refuse_never],
                        verbose_name="due",
                    ),
                ),
                (
                    "state",
                    models.CharField(
                        choices=[
                            ("open", "Open"),
                            ("kept", "Kept"),
                            ("late", "Kept late"),
                            ("broken", "Broken"),
                            ("released", "Released"),
                        ],
                        default="open",
                        max_length=20,
                    ),
                ),
                (
                    "closed_on",
                    models.DateField(
                        blank=True,
                        null=True,
                        validators=[stakeholders.models.days.refuse_to_come],
                        verbose_name="closed",
                    ),
                ),
                ("history_id", models.AutoField(primary_key=True, serialize=False)),
                ("history_date", models.DateTimeField(db_index=True)),
                ("history_change_reason", models.CharField(max_length=100, null=True)),
                (
                    "history_type",
                    models.CharField(
                        choices=[("+", "Created"), ("~", "Changed"), ("-", "Deleted")],
                        max_length=1,
                    ),
                ),
                (
                    "batch",
                    models.ForeignKey(
                        blank=True,
                        db_constraint=False,
                        editable=False,
                        null=True,
                        on_delete=django.db.models.deletion.DO_NOTHING,
                        related_name="+",
                        to="stakeholders.batch",
                    ),
                ),
                (
                    "created_by",
                    models.ForeignKey(
                        blank=True,
                        db_constraint=False,
                        editable=False,
                        null=True,
                        on_delete=django.db.models.deletion.DO_NOTHING,
                        related_name="+",
                        to=settings.AUTH_USER_MODEL,
                    ),
                ),
                (
                    "history_user",
                    models.ForeignKey(
                        null=True,
                        on_delete=django.db.models.deletion.SET_NULL,
                        related_name="+",
                        to=settings.AUTH_USER_MODEL,
                    ),
                ),
                (
                    "interaction",
                    models.ForeignKey(
                        blank=True,
                        db_constraint=False,
                        null=True,
                        on_delete=django.db.models.deletion.DO_NOTHING,
                        related_name="+",
                        to="stakeholders.interaction",
                    ),
                ),
                (
                    "promisee",
                    models.ForeignKey(
                        blank=True,
                        db_constraint=False,
                        null=True,
                        on_delete=django.db.models.deletion.DO_NOTHING,
                        related_name="+",
                        to="stakeholders.stakeholder",
                        verbose_name="to whom",
                    ),
                ),
                (
                    "promiser",
                    models.ForeignKey(
                        blank=True,
                        db_constraint=False,
                        null=True,
                        on_delete=django.db.models.deletion.DO_NOTHING,
                        related_name="+",
                        to="stakeholders.stakeholder",
                        verbose_name="who promised",
                    ),
                ),
            ],
            options={
                "verbose_name": "historical promise",
                "verbose_name_plural": "historical promises",
                "ordering": ("-history_date", "-history_id"),
                "get_latest_by": ("history_date", "history_id"),
            },
            bases=(simple_history.models.HistoricalChanges, models.Model),
        ),
        migrations.CreateModel(
            name="Exchange",
            fields=[
                (
                    "id",
                    models.BigAutoField(
                        auto_created=True,
                        primary_key=True,
                        serialize=False,
                        verbose_name="ID",
                    ),
                ),
                (
                    "created_at",
                    models.DateTimeField(default=django.utils.timezone.now, editable=False),
                ),
                ("archived_at", models.DateTimeField(editable=False, null=True)),
                ("version", models.PositiveIntegerField(default=1, editable=False)),
                (
                    "kind",
                    models.CharField(
                        choices=[
                            ("help", "Help"),
                            ("information", "Information"),
                            ("introduction", "Introduction"),
                            ("feedback", "Feedback"),
                            ("approval", "Approval"),
                            ("credit", "Credit"),
                            ("blame", "Blame"),
                            ("escalation", "Escalation"),
                        ],
                        default="help",
                        max_length=20,
                    ),
                ),
                (
                    "weight",
                    models.PositiveSmallIntegerField(
                        default=1, help_text="1 (a moment) to 5 (weeks of work)."
                    ),
                ),
                ("note", models.CharField(blank=True, max_length=300)),
                (
                    "batch",
                    models.ForeignKey(
                        editable=False,
                        null=True,
                        on_delete=django.db.models.deletion.SET_NULL,
                        related_name="+",
                        to="stakeholders.batch",
                    ),
                ),
                (
                    "created_by",
                    models.ForeignKey(
                        editable=False,
                        null=True,
                        on_delete=django.db.models.deletion.SET_NULL,
                        related_name="+",
                        to=settings.AUTH_USER_MODEL,
                    ),
                ),
                (
                    "interaction",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.CASCADE,
                        related_name="exchanges",
                        to="stakeholders.interaction",
                    ),
                ),
                (
                    "giver",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name="given",
                        to="stakeholders.stakeholder",
                    ),
                ),
                (
                    "receiver",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name="received",
                        to="stakeholders.stakeholder",
                    ),
                ),
            ],
            options={
                "ordering": ["pk"],
                "constraints": [
                    models.CheckConstraint(
                        condition=models.Q(("giver", models.F("receiver")), _negated=True),
                        name="exchange_between_two",
                        violation_error_message="Choose two different people.",
                    ),
                    models.CheckConstraint(
                        condition=models.Q(("weight__range", (1, 5))),
                        name="exchange_weight_1_to_5",
                        violation_error_message="The weight goes from 1 to 5.",
                    ),
                ],
            },
        ),
        migrations.CreateModel(
            name="Connection",
            fields=[
                (
                    "id",
                    models.BigAutoField(
                        auto_created=True,
                        primary_key=True,
                        serialize=False,
                        verbose_name="ID",
                    ),
                ),
                (
                    "created_at",
                    models.DateTimeField(default=django.utils.timezone.now, editable=False),
                ),
                ("archived_at", models.DateTimeField(editable=False, null=True)),
                ("version", models.PositiveIntegerField(default=1, editable=False)),
                (
                    "kind",
                    models.CharField(
                        choices=[
                            ("reports_to", "reports to"),
                            ("influences", "influences"),
                            ("sponsors", "sponsors"),
                            ("allied_with", "is allied with"),
                            ("in_contention", "is in contention with"),
                            ("introduced_by", "was introduced by"),
                        ],
                        max_length=20,
                    ),
                ),
                ("since", models.DateField(blank=True, null=True)),
                ("until", models.DateField(blank=True, null=True)),
                ("note", models.CharField(blank=True, max_length=500)),
                (
                    "batch",
                    models.ForeignKey(
                        editable=False,
                        null=True,
                        on_delete=django.db.models.deletion.SET_NULL,
                        related_name="+",
                        to="stakeholders.batch",
                    ),
                ),
                (
                    "created_by",
                    models.ForeignKey(
                        editable=False,
                        null=True,
                        on_delete=django.db.models.deletion.SET_NULL,
                        related_name="+",
                        to=settings.AUTH_USER_MODEL,
                    ),
                ),
                (
                    "source",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.CASCADE,
                        related_name="connections_out",
                        to="stakeholders.stakeholder",
                    ),
                ),
                (
                    "target",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.CASCADE,
                        related_name="connections_in",
                        to="stakeholders.stakeholder",
                        verbose_name="to whom",
                    ),
                ),
            ],
            options={
                "ordering": ["kind", "pk"],
                "constraints": [
                    models.CheckConstraint(
                        condition=models.Q(("source", models.F("target")), _negated=True),
                        name="connection_between_two",
                        violation_error_message="Choose two different people.",
                    ),
                    models.UniqueConstraint(
                        fields=("source", "target", "kind"),
                        name="connection_said_once",
                        violation_error_message="This connection is already known.",
                    ),
                    models.CheckConstraint(
                        condition=models.Q(
                            ("since", None),
                            ("until", None),
                            ("until__gte", models.F("since")),
                            _connector="OR",
                        ),
                        name="connection_ends_after_it_begins",
                        violation_error_message="The connection ends before it begins.",
                    ),
                ],
            },
        ),
        migrations.CreateModel(
            name="Concern",
            fields=[
                (
                    "id",
                    models.BigAutoField(
                        auto_created=True,
                        primary_key=True,
                        serialize=False,
                        verbose_name="ID",
                    ),
                ),
                (
                    "created_at",
                    models.DateTimeField(default=django.utils.timezone.now, editable=False),
                ),
                ("archived_at", models.DateTimeField(editable=False, null=True)),
                ("version", models.PositiveIntegerField(default=1, editable=False)),
                (
                    "kind",
                    models.CharField(
                        choices=[
                            ("concern", "Concern"),
                            ("priority", "Priority"),
                            ("friction", "Friction"),
                            ("expectation", "Expectation"),
                            ("motive", "Motive"),
                        ],
                        default="concern",
                        max_length=20,
                    ),
                ),
                ("text", models.CharField(max_length=500)),
                (
                    "rank",
                    models.PositiveSmallIntegerField(
                        default=1,
                        help_text="1 matters most.",
                        validators=[
                            django.core.validators.MinValueValidator(1),
                            django.core.validators.MaxValueValidator(9),
                        ],
                    ),
                ),
                ("heard_on", models.DateField(default=django.utils.timezone.localdate)),
                ("settled_on", models.DateField(blank=True, null=True)),
                (
                    "batch",
                    models.ForeignKey(
                        editable=False,
                        null=True,
                        on_delete=django.db.models.deletion.SET_NULL,
                        related_name="+",
                        to="stakeholders.batch",
                    ),
                ),
                (
                    "created_by",
                    models.ForeignKey(
                        editable=False,
                        null=True,
                        on_delete=django.db.models.deletion.SET_NULL,
                        related_name="+",
                        to=settings.AUTH_USER_MODEL,
                    ),
                ),
                (
                    "stakeholder",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.CASCADE,
                        related_name="concerns",
                        to="stakeholders.stakeholder",
                    ),
                ),
            ],
            options={
                "ordering": ["rank", "-heard_on", "pk"],
                "constraints": [
                    models.CheckConstraint(
                        condition=models.Q(("text", ""), _negated=True),
                        name="concern_says_something",
                        violation_error_message="Say what matters to them.",
                    ),
                    models.CheckConstraint(
                        condition=models.Q(
                            ("settled_on", None),
                            ("settled_on__gte", models.F("heard_on")),
                            _connector="OR",
                        ),
                        name="concern_settled_after_heard",
                        violation_error_message="It was settled before it was heard.",
                    ),
                ],
            },
        ),
        migrations.CreateModel(
            name="Commitment",
            fields=[
                (
                    "id",
                    models.BigAutoField(
                        auto_created=True,
                        primary_key=True,
                        serialize=False,
                        verbose_name="ID",
                    ),
                ),
                (
                    "created_at",
                    models.DateTimeField(default=django.utils.timezone.now, editable=False),
                ),
                ("archived_at", models.DateTimeField(editable=False, null=True)),
                ("version", models.PositiveIntegerField(default=1, editable=False)),
                ("what", models.CharField(max_length=300)),
                ("made_on", models.DateField(default=django.utils.timezone.localdate)),
                (
                    "due_on",
                    models.DateField(
                        blank=True,
                        null=True,
                        validators=[stakeholders.models.days.refuse_never],
                        verbose_name="due",
                    ),
                ),
                (
                    "state",
                    models.CharField(
                        choices=[
                            ("open", "Open"),
                            ("kept", "Kept"),
                            ("late", "Kept late"),
                            ("broken", "Broken"),
                            ("released", "Released"),
                        ],
                        default="open",
                        max_length=20,
                    ),
                ),
                (
                    "closed_on",
                    models.DateField(
                        blank=True,
                        null=True,
                        validators=[stakeholders.models.days.refuse_to_come],
                        verbose_name="closed",
                    ),
                ),
                (
                    "batch",
                    models.ForeignKey(
                        editable=False,
                        null=True,
                        on_delete=django.db.models.deletion.SET_NULL,
                        related_name="+",
                        to="stakeholders.batch",
                    ),
                ),
                (
                    "created_by",
                    models.ForeignKey(
                        editable=False,
                        null=True,
                        on_delete=django.db.models.deletion.SET_NULL,
                        related_name="+",
                        to=settings.AUTH_USER_MODEL,
                    ),
                ),
                (
                    "interaction",
                    models.ForeignKey(
                        blank=True,
                        null=True,
                        on_delete=django.db.models.deletion.SET_NULL,
                        related_name="commitments",
                        to="stakeholders.interaction",
                    ),
                ),
                (
                    "promisee",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name="promises_received",
                        to="stakeholders.stakeholder",
                        verbose_name="to whom",
                    ),
                ),
                (
                    "promiser",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name="promises_made",
                        to="stakeholders.stakeholder",
                        verbose_name="who promised",
                    ),
                ),
            ],
            options={
                "verbose_name": "promise",
                "ordering": [models.OrderBy(models.F("due_on"), nulls_last=True), "pk"],
                "indexes": [
                    models.Index(
                        fields=["state", "due_on"], name="stakeholder_state_a68750_idx"
                    ),
                    models.Index(
                        fields=["closed_on"], name="stakeholder_closed__8cadb9_idx"
                    ),
                ],
                "constraints": [
                    models.CheckConstraint(
                        condition=models.Q(
                            ("promiser", models.F("promisee")), _negated=True
                        ),
                        name="promise_between_two",
                        violation_error_message="Choose two different people.",
                    ),
                    models.CheckConstraint(
                        condition=models.Q(("what", ""), _negated=True),
                        name="promise_says_what",
                        violation_error_message="Say what was promised.",
                    ),
                    models.CheckConstraint(
                        condition=models.Q(
                            ("due_on", None),
                            ("due_on__gte", models.F("made_on")),
                            _connector="OR",
                        ),
                        name="promise_due_after_made",
                        violation_error_message="It is due before it was made.",
                    ),
                    models.CheckConstraint(
                        condition=models.Q(
                            models.Q(("closed_on", None), ("state", "open")),
                            models.Q(
                                models.Q(("state", "open"), _negated=True),
                                ("closed_on__isnull", False),
                            ),
                            _connector="OR",
                        ),
                        name="promise_closed_with_a_day",
                        violation_error_message="A closed promise needs the day it was closed, an open one has none.",
                    ),
                ],
            },
        ),
        migrations.CreateModel(
            name="SavedView",
            fields=[
                (
                    "id",
                    models.BigAutoField(
                        auto_created=True,
                        primary_key=True,
                        serialize=False,
                        verbose_name="ID",
                    ),
                ),
                (
                    "page",
                    models.CharField(
                        choices=[("map", "Map"), ("people", "People")], max_length=20
                    ),
                ),
                ("name", models.CharField(max_length=80)),
                (
                    "query",
                    models.CharField(
                        blank=True,
                        help_text="Of the address, without the question mark.",
                        max_length=2000,
                    ),
                ),
                (
                    "created_at",
                    models.DateTimeField(default=django.utils.timezone.now, editable=False),
                ),
                (
                    "owner",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.CASCADE,
                        related_name="saved_views",
                        to=settings.AUTH_USER_MODEL,
                    ),
                ),
            ],
            options={
                "ordering": ["name", "pk"],
                "constraints": [
                    models.UniqueConstraint(
                        fields=("owner", "page", "name"),
                        name="view_named_once",
                        violation_error_message="You already have a view of this name.",
                    ),
                    models.CheckConstraint(
                        condition=models.Q(("name", ""), _negated=True),
                        name="view_has_a_name",
                        violation_error_message="Give the view a name.",
                    ),
                ],
            },
        ),
        migrations.CreateModel(
            name="Snooze",
            fields=[
                (
                    "id",
                    models.BigAutoField(
                        auto_created=True,
                        primary_key=True,
                        serialize=False,
                        verbose_name="ID",
                    ),
                ),
                (
                    "until",
                    models.DateField(help_text="The first day it may be suggested again."),
                ),
                (
                    "stakeholder",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.CASCADE,
                        related_name="snoozes",
                        to="stakeholders.stakeholder",
                    ),
                ),
                (
                    "user",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.CASCADE,
                        related_name="+",
                        to=settings.AUTH_USER_MODEL,
                    ),
                ),
            ],
            options={
                "constraints": [
                    models.UniqueConstraint(
                        fields=("user", "stakeholder"), name="snoozed_once"
                    )
                ],
            },
        ),
        migrations.CreateModel(
            name="Tag",
            fields=[
                (
                    "id",
                    models.BigAutoField(
                        auto_created=True,
                        primary_key=True,
                        serialize=False,
                        verbose_name="ID",
                    ),
                ),
                (
                    "created_at",
                    models.DateTimeField(default=django.utils.timezone.now, editable=False),
                ),
                ("archived_at", models.DateTimeField(editable=False, null=True)),
                ("version", models.PositiveIntegerField(default=1, editable=False)),
                ("name", models.CharField(max_length=50, verbose_name="tag")),
                (
                    "batch",
                    models.ForeignKey(
                        editable=False,
                        null=True,
                        on_delete=django.db.models.deletion.SET_NULL,
                        related_name="+",
                        to="stakeholders.batch",
                    ),
                ),
                (
                    "created_by",
                    models.ForeignKey(
                        editable=False,
                        null=True,
                        on_delete=django.db.models.deletion.SET_NULL,
                        related_name="+",
                        to=settings.AUTH_USER_MODEL,
                    ),
                ),
                (
                    "stakeholder",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.CASCADE,
                        related_name="tags",
                        to="stakeholders.stakeholder",
                    ),
                ),
            ],
            options={
                "ordering": ["name", "pk"],
                "indexes": [
                    models.Index(
                        fields=["name", "stakeholder"], name="stakeholder_name_025f04_idx"
                    )
                ],
                "constraints": [
                    models.UniqueConstraint(
                        fields=("stakeholder", "name"),
                        name="tagged_once",
                        violation_error_message="This person already has that tag.",
                    ),
                    models.CheckConstraint(
                        condition=models.Q(("name", ""), _negated=True),
                        name="tag_says_something",
                        violation_error_message="Give the tag a name.",
                    ),
                ],
            },
        ),
        migrations.CreateModel(
            name="Tie",
            fields=[
                (
                    "id",
                    models.BigAutoField(
                        auto_created=True,
                        primary_key=True,
                        serialize=False,
                        verbose_name="ID",
                    ),
                ),
                ("first_day", models.IntegerField(default=0)),
                ("last_day", models.IntegerField(default=0)),
                ("contacts", models.FloatField(default=0)),
                ("contact_days", models.FloatField(default=0)),
                ("attention", models.FloatField(default=0)),
                ("given", models.FloatField(default=0)),
                ("kept", models.FloatField(default=0)),
                ("late", models.FloatField(default=0)),
                ("broken", models.FloatField(default=0)),
                ("outcome", models.FloatField(default=0)),
                ("evidence", models.FloatField(default=0)),
                (
                    "source",
                    models.ForeignKey(
                        db_constraint=False,
                        db_index=False,
                        on_delete=django.db.models.deletion.CASCADE,
                        related_name="ties_out",
                        to="stakeholders.stakeholder",
                    ),
                ),
                (
                    "target",
                    models.ForeignKey(
                        db_constraint=False,
                        on_delete=django.db.models.deletion.CASCADE,
                        related_name="ties_in",
                        to="stakeholders.stakeholder",
                    ),
                ),
            ],
            options={
                "indexes": [
                    models.Index(fields=["source", "-contact_days"], name="tie_strongest")
                ],
                "constraints": [
                    models.UniqueConstraint(fields=("source", "target"), name="tie_once"),
                    models.CheckConstraint(
                        condition=models.Q(("source", models.F("target")), _negated=True),
                        name="tie_between_two",
                    ),
                ],
            },
        ),
        migrations.CreateModel(
            name="Unit",
            fields=[
                (
                    "id",
                    models.BigAutoField(
                        auto_created=True,
                        primary_key=True,
                        serialize=False,
                        verbose_name="ID",
                    ),
                ),
                (
                    "created_at",
                    models.DateTimeField(default=django.utils.timezone.now, editable=False),
                ),
                ("archived_at", models.DateTimeField(editable=False, null=True)),
                ("version", models.PositiveIntegerField(default=1, editable=False)),
                ("name", models.CharField(max_length=200)),
                (
                    "kind",
                    models.CharField(
                        choices=[
                            ("company", "Company"),
                            ("division", "Division"),
                            ("department", "Department"),
                            ("team", "Team"),
                        ],
                        default="department",
                        max_length=20,
                    ),
                ),
                (
                    "side",
                    models.CharField(
                        choices=[
                            ("ours", "Our IT organisation"),
                            ("business", "The business we serve"),
                            ("customer", "Customer"),
                            ("vendor", "Vendor"),
                            ("users", "Users"),
                        ],
                        default="business",
                        max_length=20,
                    ),
                ),
                (
                    "batch",
                    models.ForeignKey(
                        editable=False,
                        null=True,
                        on_delete=django.db.models.deletion.SET_NULL,
                        related_name="+",
                        to="stakeholders.batch",
                    ),
                ),
                (
                    "created_by",
                    models.ForeignKey(
                        editable=False,
                        null=True,
                        on_delete=django.db.models.deletion.SET_NULL,
                        related_name="+",
                        to=settings.AUTH_USER_MODEL,
                    ),
                ),
                (
                    "parent",
                    models.ForeignKey(
                        blank=True,
                        null=True,
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name="parts",
                        to="stakeholders.unit",
                    ),
                ),
            ],
            options={
                "ordering": ["name"],
                "constraints": [
                    models.UniqueConstraint(
                        fields=("name", "parent"),
                        name="unit_named_once",
                        violation_error_message="There is already a unit of this name there.",
                    ),
                    models.UniqueConstraint(
                        condition=models.Q(("parent", None)),
                        fields=("name",),
                        name="top_unit_named_once",
                        violation_error_message="There is already a unit of this name.",
                    ),
                    models.CheckConstraint(
                        condition=models.Q(("parent", models.F("pk")), _negated=True),
                        name="unit_not_in_itself",
                        violation_error_message="A unit cannot be part of itself.",
                    ),
                    models.CheckConstraint(
                        condition=models.Q(("name", ""), _negated=True),
                        name="unit_has_a_name",
                        violation_error_message="Give the unit a name.",
                    ),
                ],
            },
        ),
        migrations.CreateModel(
            name="Term",
            fields=[
                (
                    "id",
                    models.BigAutoField(
                        auto_created=True,
                        primary_key=True,
                        serialize=False,
                        verbose_name="ID",
                    ),
                ),
                (
                    "created_at",
                    models.DateTimeField(default=django.utils.timezone.now, editable=False),
                ),
                ("archived_at", models.DateTimeField(editable=False, null=True)),
                ("version", models.PositiveIntegerField(default=1, editable=False)),
                ("theirs", models.CharField(max_length=200, verbose_name="their word")),
                ("ours", models.CharField(max_length=200, verbose_name="our word")),
                ("meaning", models.CharField(blank=True, max_length=500)),
                (
                    "batch",
                    models.ForeignKey(
                        editable=False,
                        null=True,
                        on_delete=django.db.models.deletion.SET_NULL,
                        related_name="+",
                        to="stakeholders.batch",
                    ),
                ),
                (
                    "created_by",
                    models.ForeignKey(
                        editable=False,
                        null=True,
                        on_delete=django.db.models.deletion.SET_NULL,
                        related_name="+",
                        to=settings.AUTH_USER_MODEL,
                    ),
                ),
                (
                    "stakeholder",
                    models.ForeignKey(
                        blank=True,
                        help_text="Leave empty when a whole unit says it.",
                        null=True,
                        on_delete=django.db.models.deletion.CASCADE,
                        related_name="terms",
                        to="stakeholders.stakeholder",
                    ),
                ),
                (
                    "unit",
                    models.ForeignKey(
                        blank=True,
                        null=True,
                        on_delete=django.db.models.deletion.CASCADE,
                        related_name="terms",
                        to="stakeholders.unit",
                    ),
                ),
            ],
            options={
                "ordering": ["theirs", "pk"],
                "constraints": [
                    models.CheckConstraint(
                        condition=models.Q(
                            ("stakeholder", None), ("unit", None), _connector="XOR"
                        ),
                        name="term_said_by_one",
                        violation_error_message="Say whose word it is: a person's or a unit's.",
                    )
                ],
            },
        ),
        migrations.CreateModel(
            name="Role",
            fields=[
                (
                    "id",
                    models.BigAutoField(
                        auto_created=True,
                        primary_key=True,
                        serialize=False,
                        verbose_name="ID",
                    ),
                ),
                (
                    "created_at",
                    models.DateTimeField(default=django.utils.timezone.now, editable=False),
                ),
                ("archived_at", models.DateTimeField(editable=False, null=True)),
                ("version", models.PositiveIntegerField(default=1, editable=False)),
                ("title", models.CharField(blank=True, max_length=200)),
                ("since", models.DateField(blank=True, null=True)),
                (
                    "until",
                    models.DateField(
                        blank=True,
                        help_text="The last day, also when it is still to come.",
                        null=True,
                    ),
                ),
                (
                    "primary",
                    models.BooleanField(
                        default=True, help_text="The role to show beside the name."
                    ),
                ),
                (
                    "batch",
                    models.ForeignKey(
                        editable=False,
                        null=True,
                        on_delete=django.db.models.deletion.SET_NULL,
                        related_name="+",
                        to="stakeholders.batch",
                    ),
                ),
                (
                    "created_by",
                    models.ForeignKey(
                        editable=False,
                        null=True,
                        on_delete=django.db.models.deletion.SET_NULL,
                        related_name="+",
                        to=settings.AUTH_USER_MODEL,
                    ),
                ),
                (
                    "stakeholder",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.CASCADE,
                        related_name="roles",
                        to="stakeholders.stakeholder",
                    ),
                ),
                (
                    "unit",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name="roles",
                        to="stakeholders.unit",
                    ),
                ),
            ],
            options={
                "ordering": ["-primary", "-since", "pk"],
                "indexes": [
                    models.Index(fields=["until"], name="stakeholder_until_826671_idx")
                ],
                "constraints": [
                    models.UniqueConstraint(
                        condition=models.Q(("primary", True)),
                        fields=("stakeholder",),
                        name="one_primary_role",
                        violation_error_message="This person already has a primary role.",
                    ),
                    models.CheckConstraint(
                        condition=models.Q(
                            ("since", None),
                            ("until", None),
                            ("until__gte", models.F("since")),
                            _connector="OR",
                        ),
                        name="role_ends_after_it_begins",
                        violation_error_message="The role ends before it begins.",
                    ),
                ],
            },
        ),
        migrations.CreateModel(
            name="HistoricalUnit",
            fields=[
                (
                    "id",
                    models.BigIntegerField(
                        auto_created=True, blank=True, db_index=True, verbose_name="ID"
                    ),
                ),
                (
                    "created_at",
                    models.DateTimeField(default=django.utils.timezone.now, editable=False),
                ),
                ("archived_at", models.DateTimeField(editable=False, null=True)),
                ("name", models.CharField(max_length=200)),
                (
                    "kind",
                    models.CharField(
                        choices=[
                            ("company", "Company"),
                            ("division", "Division"),
                            ("department", "Department"),
                            ("team", "Team"),
                        ],
                        default="department",
                        max_length=20,
                    ),
                ),
                (
                    "side",
                    models.CharField(
                        choices=[
                            ("ours", "Our IT organisation"),
                            ("business", "The business we serve"),
                            ("customer", "Customer"),
                            ("vendor", "Vendor"),
                            ("users", "Users"),
                        ],
                        default="business",
                        max_length=20,
                    ),
                ),
                ("history_id", models.AutoField(primary_key=True, serialize=False)),
                ("history_date", models.DateTimeField(db_index=True)),
                ("history_change_reason", models.CharField(max_length=100, null=True)),
                (
                    "history_type",
                    models.CharField(
                        choices=[("+", "Created"), ("~", "Changed"), ("-", "Deleted")],
                        max_length=1,
                    ),
                ),
                (
                    "batch",
                    models.ForeignKey(
                        blank=True,
                        db_constraint=False,
                        editable=False,
                        null=True,
                        on_delete=django.db.models.deletion.DO_NOTHING,
                        related_name="+",
                        to="stakeholders.batch",
                    ),
                ),
                (
                    "created_by",
                    models.ForeignKey(
                        blank=True,
                        db_constraint=False,
                        editable=False,
                        null=True,
                        on_delete=django.db.models.deletion.DO_NOTHING,
                        related_name="+",
                        to=settings.AUTH_USER_MODEL,
                    ),
                ),
                (
                    "history_user",
                    models.ForeignKey(
                        null=True,
                        on_delete=django.db.models.deletion.SET_NULL,
                        related_name="+",
                        to=settings.AUTH_USER_MODEL,
                    ),
                ),
                (
                    "parent",
                    models.ForeignKey(
                        blank=True,
                        db_constraint=False,
                        null=True,
                        on_delete=django.db.models.deletion.DO_NOTHING,
                        related_name="+",
                        to="stakeholders.unit",
                    ),
                ),
            ],
            options={
                "verbose_name": "historical unit",
                "verbose_name_plural": "historical units",
                "ordering": ("-history_date", "-history_id"),
                "get_latest_by": ("history_date", "history_id"),
            },
            bases=(simple_history.models.HistoricalChanges, models.Model),
        ),
        migrations.CreateModel(
            name="HistoricalTerm",
            fields=[
                (
                    "id",
                    models.BigIntegerField(
                        auto_created=True, blank=True, db_index=True, verbose_name="ID"
                    ),
                ),
                (
                    "created_at",
                    models.DateTimeField(default=django.utils.timezone.now, editable=False),
                ),
                ("archived_at", models.DateTimeField(editable=False, null=True)),
                ("theirs", models.CharField(max_length=200, verbose_name="their word")),
                ("ours", models.CharField(max_length=200, verbose_name="our word")),
                ("meaning", models.CharField(blank=True, max_length=500)),
                ("history_id", models.AutoField(primary_key=True, serialize=False)),
                ("history_date", models.DateTimeField(db_index=True)),
                ("history_change_reason", models.CharField(max_length=100, null=True)),
                (
                    "history_type",
                    models.CharField(
                        choices=[("+", "Created"), ("~", "Changed"), ("-", "Deleted")],
                        max_length=1,
                    ),
                ),
                (
                    "batch",
                    models.ForeignKey(
                        blank=True,
                        db_constraint=False,
                        editable=False,
                        null=True,
                        on_delete=django.db.models.deletion.DO_NOTHING,
                        related_name="+",
                        to="stakeholders.batch",
                    ),
                ),
                (
                    "created_by",
                    models.ForeignKey(
                        blank=True,
                        db_constraint=False,
                        editable=False,
                        null=True,
                        on_delete=django.db.models.deletion.DO_NOTHING,
                        related_name="+",
                        to=settings.AUTH_USER_MODEL,
                    ),
                ),
                (
                    "history_user",
                    models.ForeignKey(
                        null=True,
                        on_delete=django.db.models.deletion.SET_NULL,
                        related_name="+",
                        to=settings.AUTH_USER_MODEL,
                    ),
                ),
                (
                    "stakeholder",
                    models.ForeignKey(
                        blank=True,
                        db_constraint=False,
                        help_text="Leave empty when a whole unit says it.",
                        null=True,
                        on_delete=django.db.models.deletion.DO_NOTHING,
                        related_name="+",
                        to="stakeholders.stakeholder",
                    ),
                ),
                (
                    "unit",
                    models.ForeignKey(
                        blank=True,
                        db_constraint=False,
                        null=True,
                        on_delete=django.db.models.deletion.DO_NOTHING,
                        related_name="+",
                        to="stakeholders.unit",
                    ),
                ),
            ],
            options={
                "verbose_name": "historical term",
                "verbose_name_plural": "historical terms",
                "ordering": ("-history_date", "-history_id"),
                "get_latest_by": ("history_date", "history_id"),
            },
            bases=(simple_history.models.HistoricalChanges, models.Model),
        ),
        migrations.CreateModel(
            name="HistoricalRole",
            fields=[
                (
                    "id",
                    models.BigIntegerField(
                        auto_created=True, blank=True, db_index=True, verbose_name="ID"
                    ),
                ),
                (
                    "created_at",
                    models.DateTimeField(default=django.utils.timezone.now, editable=False),
                ),
                ("archived_at", models.DateTimeField(editable=False, null=True)),
                ("title", models.CharField(blank=True, max_length=200)),
                ("since", models.DateField(blank=True, null=True)),
                (
                    "until",
                    models.DateField(
                        blank=True,
                        help_text="The last day, also when it is still to come.",
                        null=True,
                    ),
                ),
                (
                    "primary",
                    models.BooleanField(
                        default=True, help_text="The role to show beside the name."
                    ),
                ),
                ("history_id", models.AutoField(primary_key=True, serialize=False)),
                ("history_date", models.DateTimeField(db_index=True)),
                ("history_change_reason", models.CharField(max_length=100, null=True)),
                (
                    "history_type",
                    models.CharField(
                        choices=[("+", "Created"), ("~", "Changed"), ("-", "Deleted")],
                        max_length=1,
                    ),
                ),
                (
                    "batch",
                    models.ForeignKey(
                        blank=True,
                        db_constraint=False,
                        editable=False,
                        null=True,
                        on_delete=django.db.models.deletion.DO_NOTHING,
                        related_name="+",
                        to="stakeholders.batch",
                    ),
                ),
                (
                    "created_by",
                    models.ForeignKey(
                        blank=True,
                        db_constraint=False,
                        editable=False,
                        null=True,
                        on_delete=django.db.models.deletion.DO_NOTHING,
                        related_name="+",
                        to=settings.AUTH_USER_MODEL,
                    ),
                ),
                (
                    "history_user",
                    models.ForeignKey(
                        null=True,
                        on_delete=django.db.models.deletion.SET_NULL,
                        related_name="+",
                        to=settings.AUTH_USER_MODEL,
                    ),
                ),
                (
                    "stakeholder",
                    models.ForeignKey(
                        blank=True,
                        db_constraint=False,
                        null=True,
                        on_delete=django.db.models.deletion.DO_NOTHING,
                        related_name="+",
                        to="stakeholders.stakeholder",
                    ),
                ),
                (
                    "unit",
                    models.ForeignKey(
                        blank=True,
                        db_constraint=False,
                        null=True,
                        on_delete=django.db.models.deletion.DO_NOTHING,
                        related_name="+",
                        to="stakeholders.unit",
                    ),
                ),
            ],
            options={
                "verbose_name": "historical role",
                "verbose_name_plural": "historical roles",
                "ordering": ("-history_date", "-history_id"),
                "get_latest_by": ("history_date", "history_id"),
            },
            bases=(simple_history.models.HistoricalChanges, models.Model),
        ),
        migrations.CreateModel(
            name="Standing",
            fields=[
                (
                    "stakeholder",
                    models.OneToOneField(
                        db_constraint=False,
                        on_delete=django.db.models.deletion.CASCADE,
                        primary_key=True,
                        related_name="standing",
                        serialize=False,
                        to="stakeholders.stakeholder",
                    ),
                ),
                ("first_day", models.IntegerField(default=0)),
                ("last_day", models.IntegerField(default=0)),
                ("contact_days", models.FloatField(default=0)),
                ("our_contacts", models.FloatField(default=0)),
                ("our_attention", models.FloatField(default=0)),
                ("our_given", models.FloatField(default=0)),
                ("our_kept", models.FloatField(default=0)),
                ("our_late", models.FloatField(default=0)),
                ("our_broken", models.FloatField(default=0)),
                ("our_outcome", models.FloatField(default=0)),
                ("our_evidence", models.FloatField(default=0)),
                ("their_contacts", models.FloatField(default=0)),
                ("their_attention", models.FloatField(default=0)),
                ("their_given", models.FloatField(default=0)),
                ("their_kept", models.FloatField(default=0)),
                ("their_late", models.FloatField(default=0)),
                ("their_broken", models.FloatField(default=0)),
                ("their_outcome", models.FloatField(default=0)),
                ("their_evidence", models.FloatField(default=0)),
                ("judge_total", models.FloatField(default=0)),
                ("judge_weight", models.FloatField(default=0)),
                ("judged_total", models.FloatField(default=0)),
                ("judged_weight", models.FloatField(default=0)),
                ("our_about_judge", models.FloatField(default=0)),
                ("our_about_judged", models.FloatField(default=0)),
                ("our_surprise", models.FloatField(default=0)),
                ("our_weight", models.FloatField(default=0)),
                ("their_about_judge", models.FloatField(default=0)),
                ("their_about_judged", models.FloatField(default=0)),
                ("their_surprise", models.FloatField(default=0)),
                ("their_weight", models.FloatField(default=0)),
                ("day", models.IntegerField(default=0)),
                (
                    "layer",
                    models.CharField(
                        choices=[
                            ("peer", "Business peer"),
                            ("shareholder", "Shareholder"),
                            ("customer", "Customer"),
                            ("vendor", "Vendor"),
                            ("user", "User"),
                            ("team", "Our team"),
                        ],
                        max_length=20,
                    ),
                ),
                ("ours", models.BooleanField(default=False)),
                ("weight", models.SmallIntegerField(default=0)),
                ("band", models.SmallIntegerField(default=5)),
                ("calm", models.SmallIntegerField(default=5)),
                ("silence", models.FloatField(default=0)),
                ("we_carry", models.BooleanField(default=False)),
                ("they_carry", models.BooleanField(default=False)),
                (
                    "spoke",
                    models.IntegerField(
                        default=0, help_text="Day we last spoke; 0: never."
                    ),
                ),
                ("never", models.BooleanField(default=True, help_text="We never spoke.")),
                (
                    "seen",
                    models.IntegerField(
                        default=0, help_text="Last day in touch with anybody."
                    ),
                ),
            ],
            options={
                "indexes": [
                    models.Index(
                        fields=["band", "-weight", "-silence"], name="standing_worst"
                    ),
                    models.Index(
                        fields=["calm", "-weight", "silence"], name="standing_best"
                    ),
                    models.Index(
                        fields=["layer", "band", "-weight", "-silence"],
                        name="standing_layer",
                    ),
                    models.Index(
                        fields=["ours", "band", "-weight", "-silence"],
                        name="standing_others",
                    ),
                    models.Index(
                        condition=models.Q(("we_carry", True)),
                        fields=["-weight", "-silence"],
                        name="standing_we_carry",
                    ),
                    models.Index(
                        condition=models.Q(("they_carry", True)),
                        fields=["-weight", "-silence"],
                        name="standing_they_carry",
                    ),
                    models.Index(fields=["never", "spoke"], name="standing_spoke"),
                    models.Index(fields=["never", "-spoke"], name="standing_spoke_last"),
                ],
            },
        ),
        migrations.AddField(
            model_name="user",
            name="stakeholder",
            field=models.OneToOneField(
                blank=True,
                help_text="Who this user is among the people, so that what they log is theirs.",
                null=True,
                on_delete=django.db.models.deletion.SET_NULL,
                to="stakeholders.stakeholder",
            ),
        ),
        migrations.AddField(
            model_name="interaction",
            name="people",
            field=models.ManyToManyField(
                related_name="conversations",
                through="stakeholders.Participation",
                to="stakeholders.stakeholder",
            ),
        ),
    ]
