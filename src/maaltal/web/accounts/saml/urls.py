from django.urls import path

from maaltal.web.accounts.saml import views

urlpatterns = [
    path("login/", views.login, name="saml_login"),
    path("svar/", views.answer, name="saml_answer"),
    path("log-ud/", views.leave, name="saml_leave"),
    path("metadata/", views.metadata, name="saml_metadata"),
]
