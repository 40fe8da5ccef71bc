"""A Django site around Debian's django-cas-server: plain HTTP on this machine, state in a folder, people from JSON."""
import json
import os
import sys
from socketserver import ThreadingMixIn
from wsgiref.simple_server import WSGIRequestHandler, WSGIServer

STATE = os.environ['SITE_STATE']
PEOPLE = {person['uid']: person for person in json.loads(os.environ['SITE_PEOPLE'])}
ATTRIBUTES = ('uid', 'cn', 'employeeNumber', 'mail', 'affiliation')
NO_ASSETS = {name: '' for name in ('bootstrap3_css', 'bootstrap3_js', 'html5shiv', 'respond', 'bootstrap4_css', 'bootstrap4_js', 'jquery')}

from django.conf import settings

settings.configure(
    SECRET_KEY='x' * 50, ALLOWED_HOSTS=['*'], ROOT_URLCONF='cas_server_site', USE_TZ=True, STATIC_URL='/static/',
    DEFAULT_AUTO_FIELD='django.db.models.AutoField', LANGUAGE_CODE='en',
    DATABASES={'default': {'ENGINE': 'django.db.backends.sqlite3', 'NAME': os.path.join(STATE, 'db'), 'OPTIONS': {'timeout': 20}}},
    INSTALLED_APPS=['django.contrib.' + app for app in ('auth', 'contenttypes', 'sessions', 'messages', 'staticfiles', 'admin')] + ['cas_server'],
    MIDDLEWARE=['django.contrib.sessions.middleware.SessionMiddleware', 'django.middleware.locale.LocaleMiddleware',
                'django.middleware.common.CommonMiddleware', 'django.middleware.csrf.CsrfViewMiddleware',
                'django.contrib.auth.middleware.AuthenticationMiddleware', 'django.contrib.messages.middleware.MessageMiddleware'],
    TEMPLATES=[{'BACKEND': 'django.template.backends.django.DjangoTemplates', 'APP_DIRS': True, 'OPTIONS': {'context_processors': [
        'django.template.context_processors.request', 'django.contrib.auth.context_processors.auth',
        'django.contrib.messages.context_processors.messages']}}],
    SESSION_COOKIE_NAME='cas_site_session', CSRF_COOKIE_NAME='cas_site_csrf', CAS_AUTH_CLASS='cas_server_site.JsonPerson',
    CAS_NEW_VERSION_HTML_WARNING=False, CAS_SHOW_SERVICE_MESSAGES=False, CAS_COMPONENT_URLS=NO_ASSETS, CAS_INFO_MESSAGES={},
    CAS_TICKET_VALIDITY=30, CAS_SLO_TIMEOUT=5,
)


class JsonPerson(object):
    def __init__(self, username):
        self.username = username

    def test_password(self, password):
        return self.username in PEOPLE and password == 'Campus@' + self.username

    def attributs(self):
        person = PEOPLE.get(self.username, {})
        return {name: person[name] for name in ATTRIBUTES if person.get(name)}


urlpatterns = []


class Server(ThreadingMixIn, WSGIServer):
    daemon_threads = True


class Handler(WSGIRequestHandler):
    def address_string(self):
        return self.client_address[0]


if __name__ == '__main__':
    sys.modules['cas_server_site'] = sys.modules['__main__']
    import django

    django.setup()
    from cas_server.models import ReplaceAttributName, ServicePattern
    from django.core.management import call_command
    from django.core.wsgi import get_wsgi_application
    from django.urls import include, path

    urlpatterns.append(path('cas/', include('cas_server.urls', namespace='cas_server')))
    call_command('migrate', verbosity=0, interactive=False)
    pattern = ServicePattern.objects.create(pattern=os.environ['SITE_SERVICES'], name='product', pos=0, single_log_out=True)
    for attribute in ATTRIBUTES:
        ReplaceAttributName.objects.create(name=attribute, replace='', service_pattern=pattern)
    server = Server(('127.0.0.1', int(sys.argv[1])), Handler)
    server.set_app(get_wsgi_application())
    server.serve_forever()
