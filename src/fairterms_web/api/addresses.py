"""Every address of the routes, each once, with its policy and its refusal of other methods."""

from collections.abc import Callable, Iterator
from functools import wraps

from django.http import HttpRequest, HttpResponse, HttpResponseBase
from django.urls import URLPattern, path

from fairterms_web.api.policy import Needed, RoutePolicy, of_routes
from fairterms_web.api.problems import problem
from fairterms_web.api.service import ROUTERS, service
from fairterms_web.rooms.policy import Policy, policy_of

View = Callable[..., HttpResponseBase]


def addresses() -> list[URLPattern]:
    """Return the addresses of all routes."""
    views = {
        str(one.pattern): one for one in reversed(service.urls[0]) if isinstance(one, URLPattern)
    }
    return [
        path(route, _ruled(views[route].callback, policy), name=name)
        for route, name, policy in _policies()
    ]


def not_there(request: HttpRequest, rest: str = "") -> HttpResponse:
    """Answer for every address under /api/ that is none, as a problem and not as a page."""
    return problem(404)


not_there.policy = Policy("anyone", has_post=True)  # type: ignore[attr-defined] # shows nothing
not_there.csrf_exempt = True  # type: ignore[attr-defined] # changes nothing


def _policies() -> Iterator[tuple[str, str, RoutePolicy]]:
    for router in ROUTERS:
        for written, view in router.path_operations.items():
            needed = {
                method: _needed(one.view_func) for one in view.operations for method in one.methods
            }
            route = written.lstrip("/").replace("{", "<").replace("}", ">")
            yield route, view.operations[0].view_func.__name__, of_routes(needed)


def _needed(route: Callable[..., object]) -> Needed:
    found = getattr(route, "needed", None)
    assert isinstance(found, Needed), f"{route.__name__} declares no policy"
    return found


def _ruled(view: View, policy: RoutePolicy) -> View:
    @wraps(view)
    def answer(request: HttpRequest, **told: str) -> HttpResponseBase:
        if request.method not in policy.methods:
            return problem(405, headers={"Allow": ", ".join(policy.methods)})
        return view(request, **told)

    answer.policy = policy  # type: ignore[attr-defined] # read by the tests of strangers
    assert policy_of(answer) is policy
    return answer
