"""Deleting for good: only what nothing else leads to. Everything else is archived."""

from typing import Any

from django.contrib import admin
from django.http import HttpRequest

from stakeholders.admin.dependants import dependants


class Deleting(admin.ModelAdmin):
    """Deletion that never takes another record with it."""

    def get_deleted_objects(self, objs: Any, request: HttpRequest) -> Any:
        """Return what would go: these alone, unless something leads to them."""
        pks = [one.pk for one in objs]
        records = self.model._default_manager.filter(pk__in=pks)
        names = [str(one) for one in objs]
        counts = {str(self.opts.verbose_name_plural): len(names)}
        return names, counts, set(), dependants(records, request.user)
