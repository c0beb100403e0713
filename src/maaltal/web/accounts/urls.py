from django.urls import path

from maaltal.web.accounts import views

app_name = "accounts"
urlpatterns = [
    path("", views.people, name="people"),
    path("ny/", views.new_person, name="new_person"),
    path("<int:user_id>/", views.person, name="person"),
    path("rolle/<int:grant_id>/afslut/", views.end, name="end"),
]
