import { type Role } from '@gatehouse/contract';
import { type Html, html } from '../../platform/http/html.js';
import { type DemoPerson } from '../application/demo-people.query.js';
import { developmentStyle } from './development-sign-in.style.js';

const roleNames: Record<Role, [zh: string, en: string]> = {
  staff: ['教职工', 'Host'],
  'security-office': ['保卫处值班', 'Security office'],
  'security-admin': ['安全管理员', 'Security administrator'],
  'system-admin': ['系统管理员', 'System administrator'],
  auditor: ['审计员', 'Auditor'],
};

/** A page of its own, without scripts: choose who to be. */
export function developmentSignInPage(people: DemoPerson[], next: string, typed: string): string {
  return html`<!doctype html>
    <html lang="zh-CN">
      <head>
        <meta charset="utf-8" />
        <meta name="viewport" content="width=device-width, initial-scale=1" />
        <meta name="robots" content="noindex" />
        <title>演示登录 · Demo sign-in</title>
        <style>
          ${developmentStyle}
        </style>
      </head>
      <body>
        <main>
          <h1>选择一位演示人员 <small>Choose who to be</small></h1>
          <p class="note">
            这一页只在演示模式中出现，代替学校的统一身份认证。
            <small>This page stands in for the university’s single sign-on and exists in the demo only.</small>
          </p>
          <form class="search" method="get" role="search">
            <input type="hidden" name="next" value="${next}" />
            <label for="q">姓名、拼音、工号或单位 <small>Name, pinyin, number or unit</small></label>
            <div>
              <input id="q" name="q" value="${typed}" maxlength="60" autocomplete="off" />
              <button>查找 <small>Search</small></button>
            </div>
          </form>
          <form method="post">
            <input type="hidden" name="next" value="${next}" />
            <ul>
              ${people.map(personCard)}
            </ul>
          </form>
          ${people.length === 0 ? html`<p class="empty">没有找到。<small>Nobody found.</small></p>` : null}
        </main>
      </body>
    </html>`.text;
}

const personCard = (person: DemoPerson): Html => html`
  <li>
    <button name="staffNumber" value="${person.number}">
      <strong>${person.name}</strong>
      <span class="number">${person.number}</span>
      <span class="unit">${[person.unitName, person.title].filter(Boolean).join(' · ')}</span>
      <span class="tags">${person.roles.map(roleTag)}${person.isLeader ? tag('领导', 'Leader', 'leader') : null}</span>
    </button>
  </li>
`;

const roleTag = (role: Role): Html => tag(...roleNames[role], role);

const tag = (zh: string, en: string, kind: string): Html =>
  html`<span class="tag ${kind}">${zh} <small>${en}</small></span>`;
