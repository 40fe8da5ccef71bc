import { type people as everybody } from './people.js';

type Value = string | number | boolean | null | Value[] | { [key: string]: Value };

/** A value as PHP writes it. */
export function php(value: Value): string {
  if (typeof value === 'string') return `'${value.replace(/[\\']/g, '\\$&')}'`;
  if (Array.isArray(value)) return `[${value.map(php).join(', ')}]`;
  if (value !== null && typeof value === 'object')
    return `[${Object.entries(value)
      .map(([key, inside]) => `${php(key)} => ${php(inside)}`)
      .join(', ')}]`;
  return String(value);
}

const installed = '/usr/share/simplesamlphp/www';
const file = (lines: string): string => `<?php\n${lines}\n`;

/** How this provider is set up. */
export interface IdpVariant {
  encrypted: boolean;
  /** the only binding that it offers for sign-in and sign-out */
  binding: 'HTTP-Redirect' | 'HTTP-POST';
  /** other services that it knows: entity id and response address */
  others?: Record<string, string>;
}

/** The files of an identity provider of SimpleSAMLphp 1.19: signed responses and assertions. */
export function configFiles(
  folder: string,
  port: number,
  people: typeof everybody,
  variant: IdpVariant,
): Record<string, string> {
  const known = people.map(({ uid, ...attributes }): [string, Value] => [
    `${uid}:Campus@${uid}`,
    { uid: [uid], ...lists(attributes) },
  ]);
  return {
    'config/config.php': file(`$config = ${php(config(folder, port))};`),
    'config/authsources.php': file(
      `$config = ['admin' => ['core:AdminPassword'], 'campus' => array_merge(['exampleauth:UserPass'], ${php(Object.fromEntries(known))})];`,
    ),
    'metadata/saml20-idp-hosted.php': file(`$metadata['__DYNAMIC:1__'] = ${php(idp(variant))};`),
    'metadata/saml20-sp-remote.php':
      file(`$sp = SimpleSAML\\Metadata\\SAMLParser::parseFile(${php(`${folder}/sp.xml`)})->getMetadata20SP();
unset($sp['entityDescriptor'], $sp['expire']);
$metadata[$sp['entityid']] = array_merge($sp, ${php({ 'saml20.sign.response': true, 'saml20.sign.assertion': true, 'assertion.encryption': variant.encrypted, 'validate.authnrequest': true, 'simplesaml.nameidattribute': 'uid' })});
$metadata = array_merge($metadata, ${php(others(variant))});`),
    'router.php': router,
  };
}

const others = ({ others = {} }: IdpVariant): Value =>
  Object.fromEntries(
    Object.entries(others).map(([entityId, acs]) => [
      entityId,
      {
        AssertionConsumerService: acs,
        'saml20.sign.response': true,
        'saml20.sign.assertion': true,
        'validate.authnrequest': false,
      },
    ]),
  );

const lists = (attributes: Record<string, string | string[]>): Record<string, string[]> =>
  Object.fromEntries(
    Object.entries(attributes)
      .map(([name, value]): [string, string[]] => [name, typeof value === 'string' ? [value] : value])
      .filter(([, [first]]) => first),
  );

const config = (folder: string, port: number): Value => ({
  baseurlpath: `http://127.0.0.1:${port}/simplesaml/`,
  certdir: `${folder}/cert/`,
  loggingdir: `${folder}/log/`,
  datadir: `${folder}/data/`,
  tempdir: `${folder}/tmp`,
  metadatadir: `${folder}/metadata/`,
  attributenamemapdir: '/etc/simplesamlphp/attributemap/',
  secretsalt: 'only-for-this-test-0123456789',
  'auth.adminpassword': 'only-for-this-test',
  'admin.checkforupdates': false,
  timezone: 'Asia/Shanghai',
  'enable.saml20-idp': true,
  'assertion.allowed_clock_skew': 60,
  'logging.handler': 'file',
  'module.enable': { exampleauth: true, core: true, saml: true },
  'session.cookie.name': 'SimpleSAMLSessionID',
  'session.cookie.path': '/simplesaml/',
  'session.cookie.secure': false,
  'session.phpsession.savepath': `${folder}/sessions`,
  'session.rememberme.enable': false,
  'language.available': ['en'],
  'language.default': 'en',
  'theme.use': 'default',
  production: true,
  'authproc.idp': {},
  'authproc.sp': {},
  'metadata.sources': [{ type: 'flatfile', directory: `${folder}/metadata/` }],
  'store.type': 'phpsession',
});

const idp = ({ encrypted, binding }: IdpVariant): Value => ({
  host: '__DEFAULT__',
  privatekey: 'idp.key',
  certificate: 'idp.crt',
  auth: 'campus',
  'signature.algorithm': 'http://www.w3.org/2001/04/xmldsig-more#rsa-sha256',
  'sign.logout': true,
  'validate.logout': true,
  'redirect.sign': true,
  'redirect.validate': true,
  'saml20.sign.response': true,
  'saml20.sign.assertion': true,
  'assertion.encryption': encrypted,
  'assertion.lifetime': 120,
  SingleSignOnServiceBinding: `urn:oasis:names:tc:SAML:2.0:bindings:${binding}`,
  SingleLogoutServiceBinding: `urn:oasis:names:tc:SAML:2.0:bindings:${binding}`,
  NameIDFormat: ['urn:oasis:names:tc:SAML:2.0:nameid-format:persistent'],
  authproc: {
    '3': {
      class: 'saml:AttributeNameID',
      attribute: 'uid',
      Format: 'urn:oasis:names:tc:SAML:2.0:nameid-format:persistent',
    },
  },
});

/** PHP's own server does not split `script.php/more` by itself. */
const router = file(`$path = substr(parse_url($_SERVER['REQUEST_URI'], PHP_URL_PATH), strlen('/simplesaml'));
if (preg_match('#^(/.*?\\.php)(/.*)?$#', $path, $found) && is_file('${installed}' . $found[1])) {
  $_SERVER['SCRIPT_NAME'] = '/simplesaml' . $found[1];
  $_SERVER['PHP_SELF'] = '/simplesaml' . $path;
  $_SERVER['SCRIPT_FILENAME'] = '${installed}' . $found[1];
  if (empty($found[2])) unset($_SERVER['PATH_INFO']); else $_SERVER['PATH_INFO'] = $found[2];
  chdir(dirname('${installed}' . $found[1]));
  require '${installed}' . $found[1];
  return true;
}
if (preg_match('#^/[\\w/-]+\\.js$#', $path) && is_file('${installed}' . $path)) {
  header('Content-Type: application/javascript');
  readfile('${installed}' . $path);
  return true;
}
if ($path === '/end') { echo 'signed out'; return true; }
http_response_code(404);`);
