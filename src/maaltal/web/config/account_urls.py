"""The pages of allauth that are used. There is no sign-up, no e-mail page and no reset by mail: people are made by an administrator."""

from allauth.account import views
from allauth.socialaccount.providers.openid_connect import urls as openid_connect
from django.urls import include, path

from maaltal.web.config.views import account

urlpatterns = [
    path("", account, name="account"),
    path("log-ud/", views.logout, name="account_logout"),
    path("inaktiv/", views.account_inactive, name="account_inactive"),
    path("bekraeft/", views.reauthenticate, name="account_reauthenticate"),
    path("adgangskode/", views.password_change, name="account_change_password"),
    path("to-trin/", include("allauth.mfa.urls")),
    path("ekstern/", include("allauth.socialaccount.urls")),
    path("ekstern/", include(openid_connect)),
]
