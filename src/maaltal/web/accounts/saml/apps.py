from django.apps import AppConfig


class SamlConfig(AppConfig):
    name = "maaltal.web.accounts.saml"
    label = "saml"
    verbose_name = "SAML"
