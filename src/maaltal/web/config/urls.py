"""Every address. An app has its own `urls.py` with an `app_name`; its line stands here."""

from allauth.account import views as account_views
from django.urls import include, path

from maaltal.web.config import views

urlpatterns = [
    path("", views.front, name="front"),
    path("tal/", include("maaltal.web.figures.urls")),
    path("maaltal/", include("maaltal.web.targets.urls")),
    path("", include("maaltal.web.reports.urls")),
    path("oekonomi/", include("maaltal.web.money.urls")),
    path("personer/", include("maaltal.web.accounts.urls")),
    path("sporing/", include("maaltal.web.trail.urls")),
    path("register/", include("maaltal.web.registry.urls")),
    path("filer/", include("maaltal.web.process.urls")),
    path("api/", include("maaltal.web.api.urls")),
    path("ui/", include("maaltal.web.ui.urls")),
    path("login/", account_views.login, name="account_login"),
    path("konto/", include("maaltal.web.config.account_urls")),
]
handler400 = "maaltal.web.config.views.unreadable"
handler403 = "maaltal.web.config.views.refused"
handler404 = "maaltal.web.config.views.not_found"
handler429 = "maaltal.web.config.views.too_many"  # allauth asks for it
handler500 = "maaltal.web.config.views.failed"
