"""The site's settings; what an administrator may change is read from the environment."""

import os
from datetime import timedelta
from pathlib import Path
from zoneinfo import available_timezones

from django.utils.csp import CSP

from relmap import env
from relmap.caching import KEPT, LARGE, cache
from relmap.database import databases
from relmap.rules import rules
from relmap.secret import kept_secret

BASE_DIR = Path(__file__).resolve().parent.parent
VAR = env.folder("RELMAP_VAR", BASE_DIR / "var")

# The site and its neighbours
DEBUG = env.flag("RELMAP_DEBUG", default=False)
HTTPS = env.flag("RELMAP_HTTPS", default=False)
BEHIND_PROXY = env.flag("RELMAP_BEHIND_PROXY", default=False)
ALLOWED_HOSTS = env.names("RELMAP_HOSTS", ["localhost", "127.0.0.1", "[::1]"])
SECRET_KEY = env.text("RELMAP_SECRET_KEY", "") or kept_secret(VAR / "secret_key")
ROOT_URLCONF = "relmap.urls"
WSGI_APPLICATION = "relmap.wsgi.application"
WEB_PROCESSES = env.whole(
    "RELMAP_WEB_PROCESSES", min(2, os.cpu_count() or 1), least=1, most=64
)

INSTALLED_APPS = [
    "relmap.apps.RelmapConfig",
    "stakeholders.apps.StakeholdersConfig",
    "relmap.apps.AdministrationConfig",
    "django.contrib.auth",
    "django.contrib.contenttypes",
    "django.contrib.sessions",
    "django.contrib.messages",
    "whitenoise.runserver_nostatic",
    "django.contrib.staticfiles",
    "django.contrib.humanize",
    "django_htmx",
    "simple_history",
    "axes",
    "django_tasks_db",
]

MIDDLEWARE = [
    "django.middleware.security.SecurityMiddleware",
    "django.middleware.csp.ContentSecurityPolicyMiddleware",
    "whitenoise.middleware.WhiteNoiseMiddleware",
    "relmap.busy.Busy",
    "relmap.long_files.LongFiles",
    "django.contrib.sessions.middleware.SessionMiddleware",
    "django.middleware.common.CommonMiddleware",
    "django.middleware.csrf.CsrfViewMiddleware",
    "django.contrib.auth.middleware.AuthenticationMiddleware",
    "relmap.sign_in_first.SignInFirst",
    "django.contrib.messages.middleware.MessageMiddleware",
    "django.middleware.clickjacking.XFrameOptionsMiddleware",
    "django_htmx.middleware.HtmxMiddleware",
    "simple_history.middleware.HistoryRequestMiddleware",
    "axes.middleware.AxesMiddleware",
]

TEMPLATES = [
    {
        "BACKEND": "django.template.backends.django.DjangoTemplates",
        "DIRS": [BASE_DIR / "templates"],
        "APP_DIRS": True,
        "OPTIONS": {
            "builtins": [
                "django.contrib.humanize.templatetags.humanize",
                "stakeholders.templatetags.addresses",
            ],
            "context_processors": [
                "django.template.context_processors.request",
                "django.contrib.auth.context_processors.auth",
                "django.contrib.messages.context_processors.messages",
                "stakeholders.views.kept.words",
            ],
        },
    }
]

# What is kept
DATABASES = databases(VAR / "relmap.sqlite3")
REPLICA_LAG = env.whole("RELMAP_REPLICA_LAG_SECONDS", 10, least=1, most=3600)
if "replica" in DATABASES:
    DATABASE_ROUTERS = ["relmap.replica.Router"]
    MIDDLEWARE.append("relmap.replica.ReadReplica")
CACHES = {"default": cache(), "kept": KEPT, "large": LARGE}
in_redis = "redis" in CACHES["default"]["BACKEND"]
SESSION_ENGINE = (
    "django.contrib.sessions.backends.cached_db" if in_redis else "relmap.sessions"
)
RULES = rules()
TASK_BACKENDS = {
    "immediate": "django.tasks.backends.immediate.ImmediateBackend",
    "database": "django_tasks_db.DatabaseBackend",
}
TASKS_ARE = env.choice("RELMAP_TASKS", "immediate", [*TASK_BACKENDS])
TASKS = {
    "default": {"BACKEND": TASK_BACKENDS[TASKS_ARE]},
    "thread": {"BACKEND": "relmap.background.ThreadBackend"},
}
WORKER_SILENCE = env.number("RELMAP_WORKER_SILENT_SECONDS", 30.0, above=0)
# Where a person watches the progress of a task, it cannot run inside their request.
LONG_TASKS = "thread" if TASKS_ARE == "immediate" else "default"

# Standings that many share settle after a change is kept, so that nobody who saves waits.
SETTLE_ON_COMMIT = True

# Who may come in
AUTH_USER_MODEL = "stakeholders.User"
LOGIN_URL = "sign-in"
LOGIN_REDIRECT_URL = "today"
LOGOUT_REDIRECT_URL = "sign-in"
AUTHENTICATION_BACKENDS = [
    "axes.backends.AxesStandaloneBackend",
    "stakeholders.models.signed_in.Passwords",
]
AXES_FAILURE_LIMIT = 8
AXES_COOLOFF_TIME = timedelta(minutes=15)
AXES_LOCKOUT_PARAMETERS = [["username", "ip_address"]]
AXES_CLIENT_IP_CALLABLE = "relmap.proxies.client_address"
AXES_LOCKOUT_TEMPLATE = "stakeholders/locked_out.html"
AXES_ENABLE_ADMIN = False
AXES_DISABLE_ACCESS_LOG = True
AXES_VERBOSE = False
AUTH_PASSWORD_VALIDATORS = [
    {"NAME": f"django.contrib.auth.password_validation.{rule}"}
    for rule in (
        "UserAttributeSimilarityValidator",
        "MinimumLengthValidator",
        "CommonPasswordValidator",
        "NumericPasswordValidator",
    )
]

# What a browser may do
SECURE_CSP = {
    "default-src": [CSP.NONE],
    "script-src": [CSP.SELF],
    "style-src": [CSP.SELF],
    "img-src": [CSP.SELF],
    "connect-src": [CSP.SELF],
    "font-src": [CSP.SELF],
    "form-action": [CSP.SELF],
    "base-uri": [CSP.NONE],
    "frame-ancestors": [CSP.NONE],
}
SECURE_SSL_REDIRECT = SESSION_COOKIE_SECURE = CSRF_COOKIE_SECURE = HTTPS
SECURE_HSTS_SECONDS = 365 * 24 * 3600 if HTTPS else 0
SECURE_HSTS_INCLUDE_SUBDOMAINS = SECURE_HSTS_PRELOAD = HTTPS
SECURE_PROXY_SSL_HEADER = ("HTTP_X_FORWARDED_PROTO", "https") if BEHIND_PROXY else None
CSRF_TRUSTED_ORIGINS = [
    f"https://{host}" for host in ALLOWED_HOSTS if HTTPS and host != "*"
]

# Words, days and files
LANGUAGE_CODE = "en"
FORMAT_MODULE_PATH = "relmap.formats"
TIME_ZONE = env.choice("RELMAP_TIME_ZONE", "UTC", sorted(available_timezones()))
STATIC_URL = "static/"
STATIC_ROOT = VAR / "static"
STATICFILES_DIRS = [BASE_DIR / "static"]
STATIC_STORAGE = (
    "django.contrib.staticfiles.storage.StaticFilesStorage"
    if DEBUG
    else "relmap.storage.StaticFiles"
)
STORAGES = {
    "default": {"BACKEND": "django.core.files.storage.FileSystemStorage"},
    "staticfiles": {"BACKEND": STATIC_STORAGE},
}
MEDIA_ROOT = VAR / "media"

# Django tells nobody about errors once DEBUG is off, unless it is asked to.
LOGGING = {
    "version": 1,
    "disable_existing_loggers": False,
    "handlers": {"console": {"class": "logging.StreamHandler"}},
    "root": {"handlers": ["console"], "level": "WARNING"},
    # A worker tells of its tasks and says so itself; who asked for one need not know.
    "loggers": {"django.tasks": {"level": "WARNING"}},
}

# Every name has been asked for by now.
env.refuse_misspelt()
