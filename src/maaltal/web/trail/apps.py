from django.apps import AppConfig


class TrailConfig(AppConfig):
    name = "maaltal.web.trail"
    label = "trail"
    verbose_name = "Sporing"
