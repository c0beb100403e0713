"""Django's settings. All of them follow from `environment`; nothing is edited by hand in a deployment."""

import os
from datetime import timedelta
from pathlib import Path

from django.utils.csp import CSP

from maaltal.web.config.databases import database
from maaltal.web.config.environment import Environment
from maaltal.web.config.login import (
    login_origins,
    openid_connect,
    roles_in_two_steps,
    saml,
)
from maaltal.web.config.logs import logging_settings

ENVIRONMENT = Environment(os.environ)

# What the apps ask for
MAALTAL_MODE = ENVIRONMENT.mode
MAALTAL_DATA = ENVIRONMENT.data
MAALTAL_MUNICIPALITY = ENVIRONMENT["MAALTAL_MUNICIPALITY"]
MAALTAL_SMALL_COUNT = ENVIRONMENT.number("MAALTAL_SMALL_COUNT", least=0)
MAALTAL_KEY_FILE = ENVIRONMENT["MAALTAL_KEY_FILE"]
MAALTAL_MFA_ROLES = roles_in_two_steps(ENVIRONMENT)
MAALTAL_SAML = bool(saml(ENVIRONMENT))
MAALTAL_LONGEST_SESSION = timedelta(hours=ENVIRONMENT.number("MAALTAL_SESSION_HOURS"))
MAALTAL_LONGEST_IDLE = timedelta(minutes=ENVIRONMENT.number("MAALTAL_IDLE_MINUTES"))

SECRET_KEY = ENVIRONMENT["MAALTAL_SECRET_KEY"]
DEBUG = False
ALLOWED_HOSTS = (
    ENVIRONMENT.hosts if ENVIRONMENT.production else [*ENVIRONMENT.hosts, "localhost", "127.0.0.1"]
)
DATABASES = {"default": database(ENVIRONMENT["DATABASE_URL"], MAALTAL_DATA)}
DEFAULT_AUTO_FIELD = "django.db.models.BigAutoField"
# Attempts at logging in are counted here; every process has to see the same number.
CACHES = {"default": {"BACKEND": "django.core.cache.backends.db.DatabaseCache", "LOCATION": "maaltal_cache"}}

# A new app adds its line to APPS (and one to config.urls).
APPS = [
    "maaltal.web.api",
    "maaltal.web.process",
    "maaltal.web.reports",
    "maaltal.web.money",
    "maaltal.web.figures",
    "maaltal.web.targets",
    "maaltal.web.registry",
    "maaltal.web.accounts",
    "maaltal.web.trail",
    "maaltal.web.ui",
]
INSTALLED_APPS = [
    *APPS,
    "maaltal.web.config",
    "allauth",
    "allauth.account",
    "allauth.mfa",
    "allauth.socialaccount",
    "allauth.socialaccount.providers.openid_connect",
    *(["maaltal.web.accounts.saml"] if MAALTAL_SAML else []),
    "django.contrib.auth",
    "django.contrib.contenttypes",
    "django.contrib.messages",
    "django.contrib.sessions",
    "whitenoise.runserver_nostatic",
    "django.contrib.staticfiles",
]
MIDDLEWARE = [
    "django.middleware.security.SecurityMiddleware",
    "django.middleware.csp.ContentSecurityPolicyMiddleware",
    "maaltal.web.config.health.health",
    "maaltal.web.config.logs.log_requests",
    "whitenoise.middleware.WhiteNoiseMiddleware",
    "maaltal.web.config.guarding.kept_nowhere",
    "django.contrib.sessions.middleware.SessionMiddleware",
    "maaltal.web.ui.language.chosen_language",
    "maaltal.web.config.guarding.readable_address",
    "django.middleware.common.CommonMiddleware",
    "django.middleware.csrf.CsrfViewMiddleware",
    "django.contrib.auth.middleware.AuthenticationMiddleware",
    "django.contrib.auth.middleware.LoginRequiredMiddleware",
    "django.contrib.messages.middleware.MessageMiddleware",
    "django.middleware.clickjacking.XFrameOptionsMiddleware",
    "allauth.account.middleware.AccountMiddleware",
    "maaltal.web.accounts.sessions.in_time",
    "maaltal.web.accounts.sessions.first_things_first",
]
ROOT_URLCONF = "maaltal.web.config.urls"
WSGI_APPLICATION = "maaltal.web.config.wsgi.application"
TEMPLATES = [
    {
        "BACKEND": "django.template.backends.django.DjangoTemplates",
        "APP_DIRS": True,
        "OPTIONS": {
            "context_processors": [
                "django.template.context_processors.request",
                "django.contrib.auth.context_processors.auth",
                "django.contrib.messages.context_processors.messages",
                "maaltal.web.config.context.page",
            ],
            "builtins": [
                "django.templatetags.i18n",
                "django.templatetags.static",
                "maaltal.web.ui.templatetags.ui",
            ],
        },
    }
]

# Language, numbers and time: the source texts are Danish
LANGUAGE_CODE = "da"
LANGUAGES = [("da", "Dansk"), ("en", "English")]
LANGUAGE_COOKIE_HTTPONLY = True
LANGUAGE_COOKIE_SAMESITE = "Lax"
USE_I18N = True
USE_TZ = True
TIME_ZONE = "Europe/Copenhagen"

# Static files
STATIC_URL = "/static/"
# Outside production files are found where they lie; whitenoise only asks for a folder that is there.
STATIC_ROOT = (
    MAALTAL_DATA / "static" if ENVIRONMENT.production else Path(__file__).parents[1] / "ui" / "static"
)
WHITENOISE_USE_FINDERS = not ENVIRONMENT.production
_HASHED = "whitenoise.storage.CompressedManifestStaticFilesStorage"
_PLAIN = "django.contrib.staticfiles.storage.StaticFilesStorage"
STORAGES = {
    "default": {"BACKEND": "django.core.files.storage.FileSystemStorage", "OPTIONS": {"location": MAALTAL_DATA / "files"}},
    "staticfiles": {"BACKEND": _HASHED if ENVIRONMENT.production else _PLAIN},
}  # fmt: skip

# Login
AUTH_USER_MODEL = "accounts.User"
AUTHENTICATION_BACKENDS = ["allauth.account.auth_backends.AuthenticationBackend"]
_RULES = "django.contrib.auth.password_validation"
AUTH_PASSWORD_VALIDATORS = [
    {"NAME": f"{_RULES}.UserAttributeSimilarityValidator"},
    {"NAME": f"{_RULES}.MinimumLengthValidator", "OPTIONS": {"min_length": 14}},
    {"NAME": f"{_RULES}.CommonPasswordValidator"},
    {"NAME": f"{_RULES}.NumericPasswordValidator"},
]
LOGIN_URL = "account_login"
LOGIN_REDIRECT_URL = "/"
# The one proxy in front says who asks; without this, everybody would be throttled as one.
ALLAUTH_TRUSTED_PROXY_COUNT = int(ENVIRONMENT.production)
ACCOUNT_ADAPTER = "maaltal.web.accounts.login.Accounts"
SOCIALACCOUNT_ADAPTER = "maaltal.web.accounts.login.OtherLogins"
ACCOUNT_LOGIN_METHODS = {"username"}
ACCOUNT_SIGNUP_FIELDS = ["username*", "password1*", "password2*"]
ACCOUNT_EMAIL_VERIFICATION = "none"
ACCOUNT_SESSION_REMEMBER = False
ACCOUNT_LOGOUT_ON_GET = False
ACCOUNT_LOGOUT_REDIRECT_URL = "/login/"
ACCOUNT_REAUTHENTICATION_TIMEOUT = 600
ACCOUNT_RATE_LIMITS = {"login": "30/m/ip", "login_failed": "10/m/ip,5/300s/key"}
MFA_SUPPORTED_TYPES = ["totp", "recovery_codes"]
MFA_TOTP_ISSUER = "Måltal"
MFA_RECOVERY_CODES_SHOW_ONCE = True
SOCIALACCOUNT_PROVIDERS = openid_connect(ENVIRONMENT) | saml(ENVIRONMENT)
# The answer is posted from the service's site. Browsers take such a cookie over HTTPS only.
SAML_SESSION_COOKIE_NAME = "maaltal_saml"
SAML_SESSION_COOKIE_SAMESITE = "None" if ENVIRONMENT.production else "Lax"

# Sessions and transport
SESSION_COOKIE_AGE = int(MAALTAL_LONGEST_SESSION.total_seconds())
SESSION_EXPIRE_AT_BROWSER_CLOSE = True
CSRF_FAILURE_VIEW = "maaltal.web.config.views.stale"
SESSION_COOKIE_HTTPONLY = CSRF_COOKIE_HTTPONLY = True
SESSION_COOKIE_SECURE = CSRF_COOKIE_SECURE = LANGUAGE_COOKIE_SECURE = ENVIRONMENT.production
SECURE_SSL_REDIRECT = ENVIRONMENT.production
SECURE_REDIRECT_EXEMPT = ["^health$"]  # a monitor on the machine itself asks without a proxy
SECURE_HSTS_SECONDS = int(timedelta(days=365).total_seconds()) if ENVIRONMENT.production else 0
SECURE_HSTS_INCLUDE_SUBDOMAINS = SECURE_HSTS_PRELOAD = ENVIRONMENT.production
SECURE_PROXY_SSL_HEADER = ("HTTP_X_FORWARDED_PROTO", "https")
SECURE_REFERRER_POLICY = "same-origin"
CSRF_TRUSTED_ORIGINS = [f"https://{host}" for host in ENVIRONMENT.hosts if not host.startswith(".")]
X_FRAME_OPTIONS = "DENY"
SECURE_CSP = {
    "default-src": [CSP.NONE],
    "script-src": [CSP.SELF],
    "style-src": [CSP.SELF],
    "img-src": [CSP.SELF],
    "font-src": [CSP.SELF],
    "connect-src": [CSP.SELF],
    "form-action": [CSP.SELF, *login_origins(ENVIRONMENT)],
    "frame-ancestors": [CSP.NONE],
    "base-uri": [CSP.NONE],
}  # fmt: skip
DATA_UPLOAD_MAX_MEMORY_SIZE = 5 * 2**20
FILE_UPLOAD_HANDLERS = [
    "django.core.files.uploadhandler.MemoryFileUploadHandler",
    "maaltal.web.process.arriving.PrivateFolderHandler",
]
FILE_UPLOAD_MAX_MEMORY_SIZE = 5 * 2**20

LOGGING = logging_settings(ENVIRONMENT.log)
