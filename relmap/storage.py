"""How static files are named and served."""

from whitenoise.storage import CompressedManifestStaticFilesStorage


class StaticFiles(CompressedManifestStaticFilesStorage):
    """Name each file by its contents, also where one ES module imports another."""

    support_js_module_import_aggregation = True
    # As deep as modules import each other, and as often over files of an older version.
    max_post_process_passes = 20
