"""Every setting of the product, from top to bottom; what a business may change comes from the environment."""

from pathlib import Path

from csp.constants import NONE, SELF

from dangol.config import database, environment

PACKAGE = Path(__file__).resolve().parent.parent
HOME = environment.home()

DEBUG = environment.flag("DANGOL_DEBUG")
SECRET_KEY = environment.secret_key(HOME)
PORT = environment.number("PORT", 8000)
ALLOWED_HOSTS = environment.words("DANGOL_HOSTS", "localhost,127.0.0.1,[::1]")
CSRF_TRUSTED_ORIGINS = environment.words("DANGOL_ORIGINS")
# The address customers see, for links in messages.
PUBLIC_ADDRESS = environment.text("DANGOL_ADDRESS", f"http://localhost:{PORT}").rstrip("/")

ROOMS = [
    "facts",
    "people",
    "staff",
    "rulebook",
    "sales",
    "loyalty",
    "flows",
    "console",
    "console.start",
    "console.studio",
    "console.versions",
    "console.effect",
    "console.handbook",
    "console.ask",
    "portal",
    "api",
]
INSTALLED_APPS = [
    *[f"dangol.{room}" for room in ROOMS],
    "django.contrib.auth",
    "django.contrib.contenttypes",
    "django.contrib.sessions",
    "django.contrib.messages",
    "django.contrib.staticfiles",
    "django_htmx",
    "template_partials.apps.SimpleAppConfig",
    "django_cotton.apps.SimpleAppConfig",
    "axes",
    # Its page that shows the API, with scripts and styles of its own.
    "ninja",
]
MIDDLEWARE = [
    # Requests of programs (/api/) leave here: nothing below is for them.
    "dangol.api.lane.Lane",
    "django.middleware.security.SecurityMiddleware",
    "whitenoise.middleware.WhiteNoiseMiddleware",
    "csp.middleware.CSPMiddleware",
    "django.contrib.sessions.middleware.SessionMiddleware",
    "django.middleware.locale.LocaleMiddleware",
    "django.middleware.common.CommonMiddleware",
    "django.middleware.csrf.CsrfViewMiddleware",
    "django.contrib.auth.middleware.AuthenticationMiddleware",
    "django.contrib.messages.middleware.MessageMiddleware",
    "django.middleware.clickjacking.XFrameOptionsMiddleware",
    "django_htmx.middleware.HtmxMiddleware",
    "dangol.config.doors.SignInFirst",
    "axes.middleware.AxesMiddleware",
]
ROOT_URLCONF = "dangol.config.urls"
WSGI_APPLICATION = "dangol.config.wsgi.application"

DATABASES = {"default": database.from_url(environment.text("DATABASE_URL"), HOME)}
DEFAULT_AUTO_FIELD = "django.db.models.BigAutoField"

# Who may sign in. Ten wrong passwords from one place close the door for an hour.
AUTH_USER_MODEL = "staff.User"
AUTHENTICATION_BACKENDS = ["axes.backends.AxesStandaloneBackend", "django.contrib.auth.backends.ModelBackend"]
AUTH_PASSWORD_VALIDATORS = [
    {"NAME": f"django.contrib.auth.password_validation.{name}"}
    for name in ("UserAttributeSimilarityValidator", "MinimumLengthValidator", "CommonPasswordValidator")
]
AXES_FAILURE_LIMIT = 10
AXES_COOLOFF_TIME = 1
AXES_LOCKOUT_PARAMETERS = [["username", "ip_address"]]
CSRF_FAILURE_VIEW = "dangol.config.problems.csrf_failure"
LOGIN_URL = "/sign-in/"
LOGIN_REDIRECT_URL = "/"
LOGOUT_REDIRECT_URL = "/"

# Languages. Instants are stored in UTC; a business's own time zone is part of its policy.
# Each language is named in itself, for those who cannot read the present one.
LANGUAGES = [("ko", "한국어"), ("en", "English"), ("vi", "Tiếng Việt"), ("be", "Беларуская")]
LANGUAGE_CODE = environment.text("DANGOL_LANGUAGE", "en")
LOCALE_PATHS = [PACKAGE / "front" / "locale"]
USE_I18N = True
USE_TZ = True
TIME_ZONE = "UTC"

_LOADERS = [
    "django_cotton.cotton_loader.Loader",
    "django.template.loaders.filesystem.Loader",
    "django.template.loaders.app_directories.Loader",
]
_CACHED = ("django.template.loaders.cached.Loader", _LOADERS)
TEMPLATES = [
    {
        "BACKEND": "django.template.backends.django.DjangoTemplates",
        "DIRS": [PACKAGE / "front" / "templates"],
        "OPTIONS": {
            # `page.html#part` asks for a part of a page; `<c-piece>` for a design piece in front/templates/pieces.
            "loaders": [("template_partials.loader.Loader", [_CACHED] if not DEBUG else _LOADERS)],
            "context_processors": [
                "django.template.context_processors.request",
                "django.template.context_processors.i18n",
                "django.contrib.auth.context_processors.auth",
                "django.contrib.messages.context_processors.messages",
                "dangol.config.frame.frame",
                "dangol.console.handbook.frame.briefs",
            ],
            "builtins": [
                "django.templatetags.i18n",
                "template_partials.templatetags.partials",
                "django_cotton.templatetags.cotton",
                "dangol.front.tags",
            ],
        },
    }
]
COTTON_DIR = "pieces"

# Styles, scripts and icons are built by `make front` and served by the program itself.
STATIC_URL = "/static/"
STATICFILES_DIRS = [folder for folder in [PACKAGE / "static_built"] if folder.is_dir()]
WHITENOISE_USE_FINDERS = True
WHITENOISE_MAX_AGE = 3600

# Nothing from elsewhere, nothing inline: a customer's words can never become a script.
CONTENT_SECURITY_POLICY = {
    "DIRECTIVES": {
        "default-src": [NONE],
        "script-src": [SELF],
        "style-src": [SELF],
        "img-src": [SELF, "data:"],
        "font-src": [SELF],
        "connect-src": [SELF],
        "manifest-src": [SELF],
        "form-action": [SELF],
        "frame-ancestors": [NONE],
        "base-uri": [NONE],
    }
}
X_FRAME_OPTIONS = "DENY"
SECURE_REFERRER_POLICY = "same-origin"
SECURE_CONTENT_TYPE_NOSNIFF = True
HTTPS = environment.flag("DANGOL_HTTPS")
SESSION_COOKIE_SECURE = CSRF_COOKIE_SECURE = HTTPS
SESSION_COOKIE_SAMESITE = CSRF_COOKIE_SAMESITE = "Lax"
SECURE_PROXY_SSL_HEADER = ("HTTP_X_FORWARDED_PROTO", "https") if HTTPS else None
LANGUAGE_COOKIE_SAMESITE = "Lax"
LANGUAGE_COOKIE_AGE = 365 * 24 * 3600

DATA_UPLOAD_MAX_MEMORY_SIZE = 4 * 1024 * 1024
DATA_UPLOAD_MAX_NUMBER_FIELDS = 2_000

# Mail goes to the terminal, or into files of a folder, until a server is named: codes are visible while trying out.
EMAIL_HOST = environment.text("DANGOL_SMTP_HOST")
EMAIL_PORT = environment.number("DANGOL_SMTP_PORT", 587)
EMAIL_HOST_USER = environment.text("DANGOL_SMTP_USER")
EMAIL_HOST_PASSWORD = environment.text("DANGOL_SMTP_PASSWORD")
EMAIL_USE_TLS = environment.flag("DANGOL_SMTP_TLS", default=True)
EMAIL_TIMEOUT = 10
EMAIL_FILE_PATH = environment.text("DANGOL_MAIL_FOLDER") or None
_MAIL = "smtp" if EMAIL_HOST else "filebased" if EMAIL_FILE_PATH else "console"
EMAIL_BACKEND = f"django.core.mail.backends.{_MAIL}.EmailBackend"
DEFAULT_FROM_EMAIL = environment.text("DANGOL_MAIL_FROM", "dangol@localhost")

LOGGING = {
    "version": 1,
    "disable_existing_loggers": False,
    "formatters": {"line": {"format": "{asctime} {levelname} {name}: {message}", "style": "{"}},
    "handlers": {"terminal": {"class": "logging.StreamHandler", "formatter": "line"}},
    "root": {"handlers": ["terminal"], "level": environment.text("DANGOL_LOG_LEVEL", "WARNING").upper()},
}
