from django.urls import path

from maaltal.web.accounts import views

app_name = "accounts"
urlpatterns = [
    path("", views.people, name="people"),
]
