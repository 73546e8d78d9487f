"""An entry: one conversation as it is typed, with its promises and what was given in it."""

from typing import Any

from django.db import IntegrityError, transaction
from django.http import QueryDict
from django.utils import timezone
from django.utils.crypto import get_random_string

from stakeholders.converters import ids
from stakeholders.forms.base import digest_of
from stakeholders.forms.conversations import ConversationForm
from stakeholders.forms.keeping import bring_back, everybody_in
from stakeholders.forms.rows import MOST, ExchangeRows, PromiseRows
from stakeholders.models import Interaction, Plan, User
from stakeholders.models.as_facts import facts_of
from stakeholders.standings import add, fold, summed, talk_added, talks_changed

ROWS: dict[str, Any] = {"promises": PromiseRows, "exchanges": ExchangeRows}
OUR_END = {"promises": ["promiser", "promisee"], "exchanges": ["giver"]}  # of new rows
LOST = "Some of this was lost on its way here. Look whether it is complete and save again."


class Entry:
    """A conversation's form and its rows, which are valid and saved together or not."""

    def __init__(
        self,
        by: User,
        data: QueryDict | None = None,
        *,
        conversation: Interaction | None = None,
        first: dict[str, Any] | None = None,
        **drawn: Any,
    ) -> None:
        """Hold what `by` sent in `data`, or what the form begins with.

        conversation: the one to change; left out, a new one.
        first: the first answers of a new one.
        drawn: quiet (see RecordForm), and auto_id, as of any form.
        """
        self.by, self.data, self.drawn = by, data, drawn
        self.form = ConversationForm(
            data, instance=conversation, initial=first, by=by, **drawn
        )
        self.conversation: Interaction = self.form.instance
        self.promises, self.exchanges = (self._rows(kind) for kind in ROWS)
        self.key = data.get("key", "") if data else get_random_string(32)

    def _rows(self, kind: str) -> Any:
        """Return the rows of one `kind`, about the people chosen so far."""
        me, held = self.by.stakeholder_id, ROWS[kind].model.objects.all()
        rows = ROWS[kind](
            self.data,
            instance=self.conversation,
            queryset=held if self.data else held.current(),
            prefix=kind,
            error_messages={"missing_management_form": LOST},
            initial=[{end: me} for end in OUR_END[kind]] if me else None,
            auto_id=self.drawn.get("auto_id", "id_%s"),
            form_kwargs={
                "among": self.form.chosen,
                "by": self.by,
                "quiet": self.form.quiet,
            },
        )
        rows.extra = 0 if self.form.editing else rows.extra
        rows.whole = self.form.quiet
        return rows

    @property
    def unfolds(self) -> bool:
        """Return whether something beyond people and the one line needs to be seen."""
        rare = set(self.form.errors) - {"people", "summary"}
        return (
            self.form.quiet or bool(rare) or not self._fine(self.promises, self.exchanges)
        )

    def _fine(self, *rows: Any) -> bool:
        """Return whether these rows, if they were sent at all, say nothing wrong."""
        return not self.data or all([one.is_valid() for one in rows])

    def is_valid(self) -> bool:
        """Return whether all of it can be saved; otherwise it can be drawn again."""
        fine = self.form.is_valid()
        self._date_promises()
        if self._fine(self.promises, self.exchanges) and fine:
            return True
        self.promises.draw_all()
        self.exchanges.draw_all()
        self._date_promises()
        return False

    def _date_promises(self) -> None:
        """Let what is newly promised count from the day of the conversation."""
        day = self.form.cleaned_data.get("happened_on") or timezone.localdate()
        for row in self.promises:
            if not row.instance.pk:
                row.instance.made_on = day

    def log(self) -> Interaction | None:
        """Save a new conversation once, however often it is sent; None: it is not valid."""
        return self._add() if self.is_valid() else self._saved_before()

    def _add(self) -> Interaction:
        """Save, unless the same was sent before, or twice at the same moment."""
        self.conversation.external_id = self._digest()
        try:
            return self._save_new()
        except IntegrityError:
            before = self._saved_before()
            if before is None:
                raise
            return before

    @transaction.atomic
    def save(self) -> Interaction:
        """Save what was changed. Raises StaleError when somebody else did so meanwhile."""
        before, day = everybody_in(self.conversation), self.form.initial["happened_on"]
        saved = self._save_rows()
        people = everybody_in(saved)
        fold(before | people)
        talks_changed([saved.happened_on, day])
        Plan.objects.keep(saved, people)
        return saved

    def _save_new(self) -> Interaction:
        """Save what nobody has seen yet; nothing of it needs to be read back.

        What it says is worked out first: all others wait while it is saved.
        """
        gifts = [row.instance for row in self.exchanges if row.has_changed()]
        sums = summed(facts_of(self.conversation, self.form.seats(), gifts))
        with transaction.atomic():
            saved = self._save_rows()
            add(sums)
            talk_added(saved.pk)
            Plan.objects.keep(saved, {one.pk for one in self.form.chosen})
        return saved

    def _save_rows(self) -> Interaction:
        """Save the conversation and its rows."""
        saved = self.form.save()
        self.promises.save()
        self.exchanges.save()
        return saved

    def _saved_before(self) -> Interaction | None:
        """Return what the same form has saved already, brought back if it was undone."""
        mine = Interaction.objects.filter(created_by=self.by, source="browser")
        before = mine.filter(external_id=self._digest()).exclude(external_id="").first()
        if before and before.archived_at:
            bring_back(before)
        return before

    def _digest(self) -> str:
        """Return what tells this form, with these answers, from every other.

        Somebody who goes back and writes something else has logged something else.
        """
        return digest_of(self.by, self.data) if self.data and self.key else ""


def with_another(data: QueryDict, kind: str) -> QueryDict:
    """Return the answers in `data` with one more empty row of `kind`, if it is one."""
    more = data.copy()
    if kind in ROWS:
        total = f"{kind}-TOTAL_FORMS"
        more[total] = str(min(sum(ids([more.get(total)])) + 1, MOST))
    return more
