from django.urls import path

from maaltal.web.accounts.views import login, people

app_name = "accounts"
urlpatterns = [
    path("", people.people, name="people"),
    path("ny/", people.new_person, name="new_person"),
    path("<int:user_id>/", people.person, name="person"),
    path("<int:user_id>/ret/", people.about, name="about"),
    path("<int:user_id>/adgangskode/", login.password, name="password"),
    path("<int:user_id>/login/<slug:change>/", login.login, name="login"),
    path("rolle/<int:grant_id>/afslut/", people.end, name="end"),
]
