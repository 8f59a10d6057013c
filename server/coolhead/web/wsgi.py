"""The application for a WSGI server of your own: `gunicorn coolhead.web.wsgi:app`."""

from coolhead import settings
from coolhead.web import create_app

app = create_app(settings.read())
