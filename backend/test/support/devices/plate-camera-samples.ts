/**
 * What a plate camera of the HTTP push family sends and understands, after the samples of the vendor's specification.
 * Written before the adapter; the emulator sends these and the adapter must read them.
 */
export const camera = {
  serial: 'f3b87b1d-22334455',
  recognition: {
    AlarmInfoPlate: {
      channel: 0,
      deviceName: 'IVS',
      ipaddr: '192.168.1.100',
      serialno: 'f3b87b1d-22334455',
      result: {
        PlateResult: {
          bright: 0,
          carBright: 0,
          carColor: 0,
          colorType: 1,
          colorValue: 0,
          confidence: 97,
          direction: 3,
          gioouts: [{ ionum: 0, ctrltype: 1 }],
          imageFile: 'L9j/4AAQSkZJRg==',
          imageFragmentFile: 'L9j/4AAQSkZJRg==',
          imagePath: '%2Fmmc%2Fdcim%2F1%2F20261124.jpg',
          is_fake_plate: 0,
          isoffline: 0,
          license: '浙E12345',
          location: { RECT: { bottom: 599, left: 722, right: 799, top: 578 } },
          plateid: 1,
          timeStamp: { Timeval: { sec: 1795482000, usec: 533058 } },
          timeUsed: 0,
          triggerType: 1,
          type: 1,
        },
      },
    },
  },
  noPlate: '_无_',
  opens: { Response_AlarmInfoPlate: { info: 'ok' } },
  staysShut: { Response_AlarmInfoPlate: { info: 'no' } },
  nextStored: { Response_AlarmInfoPlate: { info: 'no', ContinuePushOffline: { plateid: 1, continue: 1 } } },
  /** the heartbeat carries the camera's own sign-in in clear */
  heartbeat:
    '------B\r\nContent-Disposition: form-data; name="device_name"\r\n\r\nIVS\r\n' +
    '------B\r\nContent-Disposition: form-data; name="ipaddr"\r\n\r\n192.168.1.100\r\n' +
    '------B\r\nContent-Disposition: form-data; name="user_name"\r\n\r\nadmin\r\n' +
    '------B\r\nContent-Disposition: form-data; name="pass_wd"\r\n\r\ncamera-password-7391\r\n' +
    '------B\r\nContent-Disposition: form-data; name="serialno"\r\n\r\nf3b87b1d-22334455\r\n------B--\r\n',
  heartbeatType: 'multipart/form-data; boundary=----B',
  heartbeatSecret: 'camera-password-7391',
} as const;
