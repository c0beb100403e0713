from django.urls import path

from maaltal.web.ui import views

app_name = "ui"
urlpatterns = [
    path("sprog/", views.language, name="language"),
    path("gallery/", views.gallery, name="gallery"),
    path("notat.css", views.style, name="note-style"),
]
