"""The addresses of the pages."""

from django.contrib.auth.views import LogoutView
from django.urls import URLPattern, URLResolver, path, register_converter
from django.views.generic import RedirectView

from stakeholders.converters import IdConverter, MonthConverter
from stakeholders.views import (
    accounts,
    briefing,
    conversations,
    conversations_edit,
    exports,
    imports,
    imports_one,
    knowledge,
    log,
    merging,
    newcomer,
    people,
    people_bulk,
    people_search,
    person,
    promises,
    promises_away,
    report,
    saved_views,
    today,
    why,
)
from stakeholders.views.dashboard import dashboard
from stakeholders.views.map import show_map
from stakeholders.views.map_export import export_map
from stakeholders.views.map_send import map_data, map_talks
from stakeholders.views.map_together import map_together
from stakeholders.views.units import units

register_converter(IdConverter, "id")
register_converter(MonthConverter, "month")

urlpatterns: list[URLPattern | URLResolver] = [
    path("log/", log.log, name="log"),  # first: one after the other is tried
    path("", RedirectView.as_view(pattern_name="today"), name="home"),
    path("sign-in/", accounts.SignIn.as_view(), name="sign-in"),
    path("sign-out/", LogoutView.as_view(), name="sign-out"),
    path("password/", accounts.ChangePassword.as_view(), name="change-password"),
    path("welcome/", accounts.welcome, name="welcome"),
    path("start/", accounts.start, name="start"),
    path("start/example/", accounts.load_example, name="load-example"),
    path("start/example/remove/", accounts.remove_example, name="remove-example"),
    path("today/", today.today, name="today"),
    path("today/changes/", today.changes, name="changes"),
    path("today/plan/<id:pk>/", today.plan_person, name="plan-person"),
    path("today/not-now/<id:pk>/", today.not_now_person, name="not-now-person"),
    path("today/suggest/<id:pk>/", today.suggest_person, name="suggest-person"),
    path("plans/<id:pk>/", today.move_plan, name="move-plan"),
    path("plans/<id:pk>/drop/", today.drop_plan, name="drop-plan"),
    path("plans/<id:pk>/restore/", today.restore_plan, name="restore-plan"),
    path("dashboard/", dashboard, name="dashboard"),
    path("report/", report.latest_report, name="latest-report"),
    path("report/<month:month>/", report.report, name="report"),
    path("report/<month:month>/pdf/", report.report_pdf, name="report-pdf"),
    path("report/<month:month>/table.csv", report.report_csv, name="report-csv"),
    path("report/<month:month>/renew/", report.renew_report, name="renew-report"),
    path("people/", people.people, name="people"),
    path("people/list.csv", people_bulk.people_as_shown, name="people-as-shown"),
    path("people/change/", people_bulk.change_people, name="change-people"),
    path("people/change/undo/<str:token>/", people_bulk.undo_people, name="undo-people"),
    path("people/add/", people.add_person, name="add-person"),
    path("people/add/me/", people.add_myself, name="add-myself"),
    path("people/archive/", people.archived_people, name="archived-people"),
    path("people/<id:pk>/", person.person, name="person"),
    path("people/<id:pk>/edit/", people.edit_person, name="edit-person"),
    path("people/<id:pk>/merge/", merging.merge_person, name="merge-person"),
    path("people/<id:pk>/archive/", people.archive_person, name="archive-person"),
    path("people/<id:pk>/restore/", people.restore_person, name="restore-person"),
    path("people/<id:pk>/briefing/", briefing.briefing, name="briefing"),
    path("people/<id:pk>/briefing/pdf/", briefing.briefing_pdf, name="briefing-pdf"),
    path("people/<id:pk>/<slug:kind>/", knowledge.show_knowledge, name="show-knowledge"),
    path("people/<id:pk>/<slug:kind>/add/", knowledge.add_knowledge, name="add-knowledge"),
    path(
        "people/<id:pk>/<slug:kind>/<id:item>/",
        knowledge.edit_knowledge,
        name="edit-knowledge",
    ),
    path(
        "people/<id:pk>/<slug:kind>/<id:item>/remove/",
        knowledge.remove_knowledge,
        name="remove-knowledge",
    ),
    path(
        "people/<id:pk>/<slug:kind>/<id:item>/restore/",
        knowledge.restore_knowledge,
        name="restore-knowledge",
    ),
    path(
        "people/<id:pk>/concern/<id:item>/settle/",
        knowledge.settle_concern,
        name="settle-concern",
    ),
    path(
        "people/<id:pk>/concern/<id:item>/reopen/",
        knowledge.reopen_concern,
        name="reopen-concern",
    ),
    path("people/new/", newcomer.newcomer, name="newcomer"),
    path("people/search/", people_search.people_search, name="people-search"),
    path("conversations/", conversations.conversations, name="conversations"),
    path(
        "conversations/add/", conversations_edit.add_conversation, name="add-conversation"
    ),
    path("conversations/<id:pk>/", conversations.conversation, name="conversation"),
    path(
        "conversations/<id:pk>/edit/",
        conversations_edit.edit_conversation,
        name="edit-conversation",
    ),
    path(
        "conversations/<id:pk>/delete/",
        conversations_edit.delete_conversation,
        name="delete-conversation",
    ),
    path(
        "conversations/<id:pk>/restore/",
        conversations_edit.restore_conversation,
        name="restore-conversation",
    ),
    path("map/", show_map, name="map"),
    path("map/data.json", map_data, name="map-data"),
    path("map/out.<slug:kind>", export_map, name="export-map"),
    path("map/talks.json", map_talks, name="map-talks"),
    path("map/by/<slug:by>.json", map_together, name="map-together"),
    path("units/", units, name="units"),
    path("views/add/", saved_views.save_view, name="save-view"),
    path("views/<id:pk>/forget/", saved_views.forget_view, name="forget-view"),
    path("promises/", promises.promises, name="promises"),
    path("promises/add/", promises.add_promise, name="add-promise"),
    path("promises/<id:pk>/", promises.edit_promise, name="edit-promise"),
    path("promises/<id:pk>/close/", promises.close_promise, name="close-promise"),
    path("promises/<id:pk>/reopen/", promises.reopen_promise, name="reopen-promise"),
    path("promises/<id:pk>/delete/", promises_away.delete_promise, name="delete-promise"),
    path(
        "promises/<id:pk>/restore/", promises_away.restore_promise, name="restore-promise"
    ),
    path("import/", imports.imports, name="imports"),
    path("import/<id:pk>/", imports_one.one_import, name="import"),
    path("import/<id:pk>/progress/", imports_one.import_progress, name="import-progress"),
    path("import/<id:pk>/undo/", imports_one.undo_import, name="undo-import"),
    path("import/<id:pk>/stop/", imports_one.stop_import, name="stop-import"),
    path("import/<id:pk>/forget/", imports_one.forget_import, name="forget-import"),
    path("why/<slug:key>/", why.number, name="why-number"),
    path("why/<id:source>/<id:target>/<slug:name>/", why.why, name="why"),
    path("export/<slug:kind>.csv", exports.export, name="export"),
]
