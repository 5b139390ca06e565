"""All settings, read from the environment.
Defaults serve a demonstration on one machine; DEBUG is never on.
"""

from __future__ import annotations

import secrets
from pathlib import Path

from csp.constants import NONE, SELF
from django.utils.translation import gettext_lazy as _

from ocop.config import environment as env
from ocop.config.public import PUBLIC_VIEWS as PUBLIC_VIEWS  # noqa: PLC0414  a setting
from ocop.config.public import SIGN_IN_VIEWS as SIGN_IN_VIEWS  # noqa: PLC0414  a setting

PACKAGE_DIR = Path(__file__).resolve().parents[1]
DATA_DIR = env.folder("OCOP_DATA_DIR", Path.cwd() / "var")
DATABASES = {"default": env.database("DATABASE_URL", f"sqlite:///{DATA_DIR / 'ocop.sqlite3'}")}
DEFAULT_AUTO_FIELD = "django.db.models.BigAutoField"


def _secret_key() -> str:
    """From the environment, or made once and kept beside the data, readable by the owner only."""
    given = env.text("OCOP_SECRET_KEY")
    if given:
        return given
    path = DATA_DIR / "secret-key"
    if not path.exists():
        path.touch(mode=0o600)
        path.write_text(secrets.token_urlsafe(50), encoding="ascii")
    return path.read_text(encoding="ascii")


SECRET_KEY = _secret_key()
DEBUG = False
SITE_ADDRESS = env.text("OCOP_SITE_ADDRESS", f"http://localhost:{env.text('PORT', '8000')}").rstrip("/")
SITES_DOMAIN = env.text("OCOP_SITES_DOMAIN").strip(".").lower()  # producers' sites are <slug>.<domain>
OPEN_DATA_LICENCE = env.text("OCOP_OPEN_DATA_LICENCE", "https://creativecommons.org/licenses/by/4.0/")
ALLOWED_HOSTS = env.words("OCOP_ALLOWED_HOSTS", "localhost,127.0.0.1,[::1],testserver")
CSRF_TRUSTED_ORIGINS = env.words("OCOP_TRUSTED_ORIGINS")
IS_SECURE = SITE_ADDRESS.startswith("https://")

INSTALLED_APPS = [
    "django.contrib.auth",
    "django.contrib.contenttypes",
    "django.contrib.sessions",
    "django.contrib.messages",
    "django.contrib.staticfiles",
    "django.contrib.humanize",
    "django_htmx",
    "js_lib_leaflet",  # Leaflet itself, for the map that one can move
    "django_filters",
    "django_tables2",
    "csp",
    "ocop.config",
    # foundation
    "ocop.foundation.search",
    "ocop.foundation.places",
    "ocop.foundation.ui",
    "ocop.foundation.audit",
    "ocop.foundation.documents",
    "ocop.foundation.tables",
    "ocop.foundation.accounts",
    "ocop.foundation.printing",
    "ocop.foundation.notifications",
    "ocop.foundation.exports",
    "ocop.foundation.recovery",
    # registers
    "ocop.registers.producers",
    "ocop.registers.products",
    "ocop.registers.regulations",
    "ocop.registers.programme",
    "ocop.registers.rounds",
    "ocop.registers.recognitions",
    "ocop.registers.mergers",
    # casework
    "ocop.casework.ideas",
    "ocop.casework.dossiers",
    "ocop.casework.fieldwork",
    "ocop.casework.samples",
    "ocop.casework.advisory",
    "ocop.casework.review",
    "ocop.casework.room",
    "ocop.casework.certificates",
    "ocop.casework.inspections",
    "ocop.casework.annulment",
    "ocop.casework.paperwork",
    "ocop.casework.revocation",
    "ocop.casework.objections",
    "ocop.casework.renewals",
    "ocop.casework.support",
    "ocop.casework.courses",
    "ocop.casework.sites",
    "ocop.casework.tourism",
    "ocop.casework.communication",
    # outlets
    "ocop.outlets.portal",
    "ocop.outlets.catalogue",
    "ocop.outlets.api",
    "ocop.outlets.reports",
    "ocop.outlets.demo",
    # after ours, so that our templates come first
    "allauth",
    "allauth.account",
    "allauth.mfa",
    "django.forms",  # its widget templates, behind ours
]

MIDDLEWARE = [
    "ocop.outlets.catalogue.sites.hosts.SiteHosts",
    "django.middleware.security.SecurityMiddleware",
    "whitenoise.middleware.WhiteNoiseMiddleware",
    "django.middleware.gzip.GZipMiddleware",
    "ocop.foundation.ui.middleware.KnownMethods",
    "ocop.foundation.ui.middleware.NoNulInCookies",
    "django.contrib.sessions.middleware.SessionMiddleware",
    "django.middleware.locale.LocaleMiddleware",
    "django.middleware.common.CommonMiddleware",
    "django.middleware.csrf.CsrfViewMiddleware",
    "ocop.foundation.ui.middleware.NoNul",
    "django.contrib.auth.middleware.AuthenticationMiddleware",
    "ocop.foundation.accounts.middleware.SignInRequired",
    "ocop.foundation.accounts.middleware.PrivatePages",
    "django.contrib.messages.middleware.MessageMiddleware",
    "django.middleware.clickjacking.XFrameOptionsMiddleware",
    "csp.middleware.CSPMiddleware",
    "django_htmx.middleware.HtmxMiddleware",
    "allauth.account.middleware.AccountMiddleware",
    "ocop.foundation.ui.middleware.RedirectsForScripts",
    "ocop.foundation.ui.middleware.RefusalsAsPages",
]

ROOT_URLCONF = "ocop.config.urls"
WSGI_APPLICATION = "ocop.config.wsgi.application"
TEMPLATES = [
    {
        "BACKEND": "django.template.backends.django.DjangoTemplates",
        "APP_DIRS": True,
        "OPTIONS": {
            "context_processors": [
                "django.template.context_processors.request",
                "django.template.context_processors.i18n",
                "django.contrib.auth.context_processors.auth",
                "django.contrib.messages.context_processors.messages",
                "ocop.foundation.ui.context.page",
            ],
            "builtins": [
                "django.templatetags.i18n",
                "django.templatetags.static",
                "ocop.foundation.ui.templatetags.ui",
            ],
        },
    }
]
FORM_RENDERER = "ocop.foundation.ui.forms.OcopRenderer"
DJANGO_TABLES2_TEMPLATE = "ui/table.html"
DJANGO_TABLES2_PAGE_RANGE = 5
FILTERS_EMPTY_CHOICE_LABEL = _("Tất cả")

# Languages: Vietnamese at the plain address, English under /en/.
LANGUAGE_CODE = "vi"
LANGUAGES = [("vi", _("Tiếng Việt")), ("en", _("Tiếng Anh"))]
USE_I18N = True
USE_THOUSAND_SEPARATOR = True
TIME_ZONE = "Asia/Ho_Chi_Minh"
USE_TZ = True
FORMAT_MODULE_PATH = ["ocop.config.formats"]
LOCALE_PATHS = [PACKAGE_DIR / "locale"]

# Sign-in
AUTH_USER_MODEL = "accounts.Person"
AUTHENTICATION_BACKENDS = ["allauth.account.auth_backends.AuthenticationBackend"]
LOGIN_URL = "account_login"
LOGIN_REDIRECT_URL = "/viec/"
LOGOUT_REDIRECT_URL = "/"
PASSWORD_RESET_TIMEOUT = 24 * 60 * 60
ACCOUNT_ADAPTER = "ocop.foundation.accounts.adapter.AccountAdapter"
ACCOUNT_FORMS = {
    "login": "ocop.foundation.accounts.forms.sign_in.SignInForm",
    "signup": "ocop.foundation.accounts.forms.sign_in.SignUpForm",
    "change_password": "ocop.foundation.accounts.forms.sign_in.ChangePasswordForm",
    "set_password": "ocop.foundation.accounts.forms.sign_in.SetPasswordForm",
    "reset_password": "ocop.foundation.accounts.forms.sign_in.ResetPasswordForm",
    "reset_password_from_key": "ocop.foundation.accounts.forms.sign_in.ResetPasswordKeyForm",
    "add_email": "ocop.foundation.accounts.forms.sign_in.AddEmailForm",
    "reauthenticate": "ocop.foundation.accounts.forms.sign_in.ReauthenticateForm",
}
MFA_FORMS = {
    "authenticate": "ocop.foundation.accounts.forms.sign_in.AuthenticateForm",
    "reauthenticate": "ocop.foundation.accounts.forms.sign_in.ReauthenticateCodeForm",
    "activate_totp": "ocop.foundation.accounts.forms.sign_in.ActivateTOTPForm",
    "login_webauthn": "ocop.foundation.accounts.forms.sign_in.SignInKeyForm",
    "authenticate_webauthn": "ocop.foundation.accounts.forms.sign_in.SecondStepKeyForm",
    "reauthenticate_webauthn": "ocop.foundation.accounts.forms.sign_in.ReauthenticateKeyForm",
    "add_webauthn": "ocop.foundation.accounts.forms.sign_in.AddKeyForm",
    "edit_webauthn": "ocop.foundation.accounts.forms.sign_in.EditKeyForm",
}
ACCOUNT_LOGIN_METHODS = {"username", "email"}
ACCOUNT_SIGNUP_FIELDS = ["username*", "email", "password1*"]
ACCOUNT_EMAIL_VERIFICATION = "optional"  # many producers have no e-mail
ACCOUNT_CHANGE_EMAIL = True
ACCOUNT_EMAIL_NOTIFICATIONS = True
ACCOUNT_EMAIL_SUBJECT_PREFIX = "[OCOP] "
ACCOUNT_SESSION_REMEMBER = True
ACCOUNT_DEFAULT_HTTP_PROTOCOL = "https" if IS_SECURE else "http"
# a whole council signs in from one address, a whole hall writes its names from one;
# wrong passwords are counted by accounts.tries, wrong codes of the second step here, by person; an address is
# held off only at as many as a subnet is (accounts.rules.MOST_TRIES_OF_SUBNET)
ACCOUNT_RATE_LIMITS = {"login": "500/m/ip", "support_sign_in": "500/m/ip", "login_failed": "5/5m/key"}
ALLAUTH_TRUSTED_PROXY_COUNT = 1 if env.flag("OCOP_BEHIND_PROXY") else 0
MFA_SUPPORTED_TYPES = ["totp", "recovery_codes", "webauthn"]
MFA_PASSKEY_LOGIN_ENABLED = True
MFA_ALLOW_UNVERIFIED_EMAIL = True
MFA_TOTP_ISSUER = "OCOP"
MFA_TOTP_TOLERANCE = 1  # phones in the hills run late
MFA_WEBAUTHN_ALLOW_INSECURE_ORIGIN = not IS_SECURE  # http://localhost
PASSWORD_HASHERS = [
    "django.contrib.auth.hashers.Argon2PasswordHasher",
    "django.contrib.auth.hashers.PBKDF2PasswordHasher",
]
AUTH_PASSWORD_VALIDATORS = [
    {
        "NAME": "django.contrib.auth.password_validation.UserAttributeSimilarityValidator",
        "OPTIONS": {"user_attributes": ("username", "full_name", "email", "phone")},
    },
    {"NAME": "django.contrib.auth.password_validation.MinimumLengthValidator", "OPTIONS": {"min_length": 10}},
    {"NAME": "django.contrib.auth.password_validation.CommonPasswordValidator"},
]

# What is counted, and codes that were used, are the same for every process of the server.
CACHES = {
    "default": {
        "BACKEND": "ocop.foundation.ui.cache.SharedCache",
        "LOCATION": "accounts_cache",
        "OPTIONS": {"MAX_ENTRIES": 100_000},
    }
}

# Sessions last a working day; scoring never times out under eight hours.
SESSION_ENGINE = "ocop.foundation.accounts.sessions"
SESSION_COOKIE_AGE = 12 * 60 * 60
SESSION_COOKIE_SECURE = CSRF_COOKIE_SECURE = IS_SECURE
SESSION_COOKIE_NAME = "__Host-ocop" if IS_SECURE else "ocop"
CSRF_COOKIE_NAME = "__Host-ocop-csrf" if IS_SECURE else "ocop-csrf"
CSRF_COOKIE_HTTPONLY = (
    False  # htmx reads the token from the page, never from the cookie; kept readable for tests only
)
CSRF_FAILURE_VIEW = "ocop.foundation.ui.views.csrf_failure"
SECURE_SSL_REDIRECT = env.flag("OCOP_REDIRECT_TO_HTTPS", IS_SECURE)
SECURE_HSTS_SECONDS = 31_536_000 if IS_SECURE else 0
SECURE_HSTS_INCLUDE_SUBDOMAINS = SECURE_HSTS_PRELOAD = IS_SECURE
SECURE_PROXY_SSL_HEADER = ("HTTP_X_FORWARDED_PROTO", "https") if env.flag("OCOP_BEHIND_PROXY") else None
SECURE_REFERRER_POLICY = "same-origin"
X_FRAME_OPTIONS = "DENY"
CONTENT_SECURITY_POLICY = {
    "DIRECTIVES": {
        "default-src": [SELF],
        "img-src": [SELF, "data:", "blob:"],
        "object-src": [NONE],
        "base-uri": [SELF],
        "form-action": [SELF],
        "frame-ancestors": [NONE],
        "frame-src": [SELF],
    }
}

# Files
STATIC_URL = "static/"
STATIC_ROOT = DATA_DIR / "static"
MEDIA_ROOT = DATA_DIR / "files"
STORAGES = {
    "default": {"BACKEND": "django.core.files.storage.FileSystemStorage"},
    "staticfiles": {"BACKEND": "ocop.foundation.ui.static_files.HashedFiles"},
}
EXPORT_ROWS_AT_ONCE = int(env.text("OCOP_EXPORT_ROWS", "2000"))  # longer lists are made by a process beside
FEED_DIR = DATA_DIR / "feeds"  # open data as files, made anew once they are so many seconds old
FEED_AGE = 300
DATA_UPLOAD_MAX_MEMORY_SIZE = 5 * 1024 * 1024
FILE_UPLOAD_MAX_MEMORY_SIZE = 2 * 1024 * 1024
DATA_UPLOAD_MAX_NUMBER_FILES = 20
FILE_UPLOAD_HANDLERS = [
    "ocop.foundation.documents.uploads.CutOffHandler",
    "django.core.files.uploadhandler.MemoryFileUploadHandler",
    "ocop.foundation.documents.uploads.SpillHandler",
]
DOCUMENTS_MAX_BYTES = int(env.text("OCOP_FILE_MEGABYTES", "25")) * 1024 * 1024
DOCUMENTS_MAX_PAGES = int(env.text("OCOP_FILE_PAGES", "200"))
DOCUMENTS_MAX_PIXELS = int(env.text("OCOP_IMAGE_MEGAPIXELS", "40")) * 1_000_000
DOCUMENTS_CLAMD = env.text("OCOP_CLAMD")  # host:port of a virus scanner; none by default

# The key that signs the facts of certificates: here, or made once in this folder (`ocop signing_key --new`).
SIGNING_KEY = env.text("OCOP_SIGNING_KEY")
SIGNING_DIR = DATA_DIR / "signing"

# Checks after award: the office's own weights of risk (a JSON file), how much work a shopper's device does
# before a report is taken at once, and for how many days the contact of a shopper is kept.
INSPECTION_WEIGHTS = env.text("OCOP_INSPECTION_WEIGHTS")
REPORT_WORK_BITS = int(env.text("OCOP_REPORT_WORK_BITS", "16"))
REPORT_CONTACT_DAYS = int(env.text("OCOP_REPORT_CONTACT_DAYS", "180"))
# For how many days a question of a buyer, its answer and how to reach who asked are kept.
QUESTION_DAYS = int(env.text("OCOP_QUESTION_DAYS", "180"))

# Mail leaves through the outbox; without a mail server it is written to files beside the data.
_mail_host = env.text("OCOP_MAIL_HOST")
EMAIL_BACKEND = "ocop.foundation.notifications.outbox.OutboxBackend"
OCOP_MAIL_TRANSPORT = f"django.core.mail.backends.{'smtp' if _mail_host else 'filebased'}.EmailBackend"
EMAIL_FILE_PATH = DATA_DIR / "mail"
EMAIL_HOST = _mail_host or "localhost"
EMAIL_PORT = int(env.text("OCOP_MAIL_PORT", "25"))
EMAIL_HOST_USER = env.text("OCOP_MAIL_USER")
EMAIL_HOST_PASSWORD = env.text("OCOP_MAIL_PASSWORD")
EMAIL_USE_TLS = env.flag("OCOP_MAIL_TLS")
EMAIL_TIMEOUT = 10
DEFAULT_FROM_EMAIL = env.text("OCOP_MAIL_FROM", "ocop@localhost")

LOGGING = {
    "version": 1,
    "disable_existing_loggers": False,
    "formatters": {"line": {"format": "{asctime} {levelname} {name} {message}", "style": "{"}},
    "handlers": {"console": {"class": "logging.StreamHandler", "formatter": "line"}},
    "root": {"handlers": ["console"], "level": env.text("OCOP_LOG_LEVEL", "WARNING")},
}
