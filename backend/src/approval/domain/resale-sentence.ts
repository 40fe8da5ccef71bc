import { type ResaleSign, type Text } from '@gatehouse/contract';

/** How many days back visits are looked at. */
export const RESALE_DAYS = 30;
/** From so many first-time applicants on, a host is shown. A conference reaches this too: a person looks at it. */
export const STRANGERS_OF_HOST = 15;
/** From so many hosts on, one applicant's phone is shown. */
export const HOSTS_OF_PHONE = 4;
/** From so many hosts on, one plate is shown. */
export const HOSTS_OF_PLATE = 4;
/** From so many hosts on, somebody brought along is shown, if also by so many applicants. */
export const HOSTS_OF_COMPANION = 3;
export const APPLICANTS_OF_COMPANION = 2;

export interface ResaleNumbers {
  sign: ResaleSign;
  subject: string;
  visits: number;
  people: number;
  hosts: number;
}

/** What was found, as the office reads it. */
export function resaleSentence({ sign, subject, visits, people, hosts }: ResaleNumbers): Text {
  const days = RESALE_DAYS;
  const sentences: Record<ResaleSign, Text> = {
    strangers: {
      zh: `${days} 天内有 ${people} 位从未来访过的申请人预约${subject}（门槛 ${STRANGERS_OF_HOST} 位）。`,
      en: `${people} applicants who had never visited before booked ${subject} within ${days} days (shown from ${STRANGERS_OF_HOST}).`,
    },
    phone: {
      zh: `手机号 ${subject} 在 ${days} 天内预约了 ${hosts} 位不同的被访人，共 ${visits} 次（门槛 ${HOSTS_OF_PHONE} 位）。`,
      en: `Phone ${subject} booked ${hosts} different hosts in ${visits} visits within ${days} days (shown from ${HOSTS_OF_PHONE}).`,
    },
    plate: {
      zh: `车牌 ${subject} 在 ${days} 天内预约了 ${hosts} 位不同的被访人，共 ${visits} 次（门槛 ${HOSTS_OF_PLATE} 位）。`,
      en: `Plate ${subject} was booked with ${hosts} different hosts in ${visits} visits within ${days} days (shown from ${HOSTS_OF_PLATE}).`,
    },
    companion: {
      zh: `同行人 ${subject} 在 ${days} 天内由 ${people} 位申请人带着预约了 ${hosts} 位不同的被访人（门槛 ${HOSTS_OF_COMPANION} 位）。`,
      en: `Companion ${subject} was brought by ${people} applicants to ${hosts} different hosts within ${days} days (shown from ${HOSTS_OF_COMPANION}).`,
    },
  };
  return sentences[sign];
}
