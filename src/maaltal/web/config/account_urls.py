"""The pages of allauth that are used.

There is no sign-up, no e-mail page and no reset by mail: people are made by an administrator, who also links them to the
municipality's login by their user name or e-mail address; nobody links themselves.
"""

from allauth.account import views
from allauth.socialaccount import views as other_logins
from allauth.socialaccount.providers.openid_connect import urls as openid_connect
from django.conf import settings
from django.urls import include, path

from maaltal.web.config.views import account, change_password

urlpatterns = [
    path("", account, name="account"),
    path("log-ud/", views.logout, name="account_logout"),
    path("inaktiv/", views.account_inactive, name="account_inactive"),
    path("bekraeft/", views.reauthenticate, name="account_reauthenticate"),
    path("adgangskode/", change_password, name="account_change_password"),
    path("to-trin/", include("allauth.mfa.urls")),
    path("ekstern/afbrudt/", other_logins.login_cancelled, name="socialaccount_login_cancelled"),
    path("ekstern/fejl/", other_logins.login_error, name="socialaccount_login_error"),
    path("ekstern/", include(openid_connect)),
]
if settings.MAALTAL_SAML:
    urlpatterns.append(path("ekstern/saml/", include("maaltal.web.accounts.saml.urls")))
