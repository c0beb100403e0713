from django.urls import path

from maaltal.web.accounts import views

app_name = "accounts"
urlpatterns = [
    path("", views.people, name="people"),
    path("ny/", views.new_person, name="new_person"),
    path("<int:user_id>/", views.person, name="person"),
    path("<int:user_id>/ret/", views.about, name="about"),
    path("<int:user_id>/adgangskode/", views.password, name="password"),
    path("<int:user_id>/login/<slug:change>/", views.login, name="login"),
    path("rolle/<int:grant_id>/afslut/", views.end, name="end"),
]
