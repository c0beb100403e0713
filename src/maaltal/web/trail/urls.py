from django.urls import path

from maaltal.web.trail import views

app_name = "trail"
urlpatterns = [
    path("", views.events, name="events"),
]
