"""Signing in and out, another password, and the first visit."""

from django.contrib import messages
from django.contrib.auth import login
from django.contrib.auth import views as auth_views
from django.contrib.auth.decorators import login_not_required
from django.contrib.auth.forms import PasswordChangeForm
from django.contrib.messages.views import SuccessMessageMixin
from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect, render
from django.urls import reverse_lazy
from django.utils import timezone
from django.utils.decorators import method_decorator
from django.views.decorators.cache import never_cache
from django.views.decorators.http import require_GET, require_http_methods, require_POST

from stakeholders import example
from stakeholders.example.sign_ins import example_sign_ins
from stakeholders.first_visit import (
    comes_from_this_machine,
    is_first_visit,
    make_first_administrator,
)
from stakeholders.forms.accounts import FirstAdministratorForm, NewPasswordForm
from stakeholders.models import Stakeholder
from stakeholders.views.parts import Request, refuse_all_but_managers

PASSWORDS = "stakeholders.models.signed_in.Passwords"


@method_decorator(login_not_required, "dispatch")
class SignIn(auth_views.LoginView):
    """Let somebody in; an empty site asks for its first administrator instead."""

    template_name = "stakeholders/sign_in.html"
    redirect_authenticated_user = True

    def get(self, request: HttpRequest, *args: object, **kwargs: object) -> HttpResponse:
        """Show the form."""
        return redirect("welcome") if is_first_visit() else super().get(request)

    def get_context_data(self, **kwargs: object) -> dict[str, object]:
        """Add the example's sign-ins while the example is loaded."""
        return super().get_context_data(example_sign_ins=example_sign_ins(), **kwargs)


class ChangePassword(SuccessMessageMixin, auth_views.PasswordChangeView):
    """Let somebody choose another password; they stay signed in here, and here alone."""

    template_name = "stakeholders/change_password.html"
    form_class = NewPasswordForm
    success_url = reverse_lazy("today")
    success_message = "Your password is changed. Everywhere else you are signed out."

    def form_invalid(self, form: PasswordChangeForm) -> HttpResponse:
        """Show what is wrong."""
        return self.render_to_response(self.get_context_data(form=form), status=422)


@login_not_required
@never_cache
@require_http_methods(["GET", "POST"])
def welcome(request: HttpRequest) -> HttpResponse:
    """Make the first administrator, once."""
    if not is_first_visit():
        return redirect("sign-in")
    needs_code = not comes_from_this_machine(request)
    form = FirstAdministratorForm(request.POST or None, needs_code=needs_code)
    if not form.is_valid():
        status = 422 if form.is_bound else 200
        return render(request, "stakeholders/welcome.html", {"form": form}, status=status)
    user = form.save(commit=False)
    if make_first_administrator(user):
        login(request, user, backend=PASSWORDS)
    return redirect("start")


@require_GET
def start(request: Request) -> HttpResponse:
    """Offer the example organisation, an import, or the first person."""
    anybody = Stakeholder.objects.visible_to(request.user).exists()
    return render(request, "stakeholders/start.html", {"anybody": anybody})


@require_POST
def load_example(request: Request) -> HttpResponse:
    """Load the example organisation into an empty site."""
    refuse_all_but_managers(request, to="load the example organisation")
    try:
        example.load(today=timezone.localdate())
    except example.NotEmptyError as why:
        messages.error(request, str(why))
        return redirect("start")
    messages.success(request, "The example organisation is here. Look around.")
    return redirect("today")


@require_http_methods(["GET", "POST"])
def remove_example(request: Request) -> HttpResponse:
    """Ask, then remove the example organisation."""
    refuse_all_but_managers(request, to="remove the example organisation")
    if request.method == "GET":
        return render(request, "stakeholders/remove_example.html")
    try:
        example.unload()
    except example.NobodyManagesError as why:
        messages.error(request, str(why))
        return redirect("remove-example")
    messages.success(request, "The example organisation is gone. The site is yours.")
    return redirect("start")
