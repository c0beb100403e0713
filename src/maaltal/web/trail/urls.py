from django.urls import path, register_converter

from maaltal.web.trail import views


class Form:
    """The two forms that the trail is taken out in."""

    regex = "csv|json"

    def to_python(self, value: str) -> str:
        return value

    def to_url(self, value: str) -> str:
        return value


register_converter(Form, "trail-form")
app_name = "trail"
urlpatterns = [
    path("", views.events, name="events"),
    path("opslag/", views.looks, name="looks"),
    path("sporing.<trail-form:form>", views.export, name="export"),
]
