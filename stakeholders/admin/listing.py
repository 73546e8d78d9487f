"""The list of one kind of record: what leads from a part of it to all of it."""

from django.contrib.admin.views.main import SEARCH_VAR, ChangeList

from stakeholders.admin.archiving import ArchiveFilter

EVERYTHING = {ArchiveFilter.parameter_name: ["all"]}


class RecordList(ChangeList):
    """A list that leaves out the archive unless asked, and says how to see all."""

    def everything(self) -> str | None:
        """Return the query that leaves nothing out; None where nothing is left out."""
        asked = self.get_filters_params()
        if asked == EVERYTHING and not self.query:
            return None
        return self.get_query_string(EVERYTHING, remove=[*asked, SEARCH_VAR])
