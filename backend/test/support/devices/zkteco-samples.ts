/**
 * What an access terminal and its server say to each other, after the samples of the vendor's access PUSH specification
 * (document V4.8, protocol 3.1.2). `{…}` stands for what differs from device to device. Written before the adapter;
 * the emulator speaks these lines and the adapter must read them.
 */
export const zk = {
  serial: '3383154200002',
  connect: '/iclock/cdata?SN={sn}&pushver=3.1.2&options=all',
  registration:
    'DeviceType=acc,~DeviceName=SpeedFace-V5L,FirmVer=Ver 8.0.1.3-20200107,PushVersion=Ver 2.0.22S-20161128,' +
    'CommType=ethernet,MaxPackageSize=2048000,LockCount=1,ReaderCount=2,AuxInCount=0,AuxOutCount=0,MachineType=101,' +
    '~IsOnlyRFMachine=0,~MaxUserCount=50,~MaxAttLogCount=10,~MaxUserFingerCount=10,MThreshold=60,IPAddress=192.168.1.201,' +
    'NetMask=255.255.255.0,GATEIPAddress=192.168.1.1,~ZKFPVersion=10,IsSupportQRcode=1,QRCodeEnable=1,' +
    'QRCodeDecryptFunList=111,AutoServerFunOn=1,DateFmtFunOn=1,MultiBioPhotoSupport=0:0:0:0:0:0:0:0:0:1,' +
    'AccSupportFunList=11111111111111111111111111111111111111111111111111111111111111111',
  realTimeLog: [
    'time=2026-11-24 09:00:10\tpin=100000001\tcardno=0\teventaddr=1\tevent=0\tinoutstatus=0\tverifytype=15\tindex=21',
    'time=2026-11-24 09:01:40\tpin=0\tcardno=0\teventaddr=1\tevent=202\tinoutstatus=2\tverifytype=200\tindex=22',
    'time=2026-11-24 09:02:00\tpin=0\tcardno=0\tsitecode=0\tlinkid=0\teventaddr=1\tevent=73\tinoutstatus=0\tverifytype=0\tindex=23\tmaskflag=0\ttemperature=0\tconvtemperature=0',
  ],
  state: 'time=2026-11-24 09:00:12\tsensor=00\trelay=01\talarm=0000000000000000',
  verification: 'time={time}\tpin=0\tcardno={code}\taddrtype=3\teventaddr=1\tevent=0\tinoutstatus=0\tverifytype=0',
  /** the four lines of the answer: verdict, the line asked about, what to do, what to show */
  verified: ['AUTH=SUCCEED', '{line}', 'CONTROL DEVICE 01010105', 'TIPS={text}'],
  refused: ['AUTH=FAILED', '{line}'],
  openDoorOneForFiveSeconds: '01010105',
  poll: 'C:{id}:{command}',
  commands: {
    user: 'DATA UPDATE user CardNo=\tPin=100000001\tPassword=\tGroup=0\tStartTime={from}\tEndTime={until}\tName=100000001\tPrivilege=0',
    rights: 'DATA UPDATE userauthorize Pin=100000001\tAuthorizeTimezoneId=1\tAuthorizeDoorId=1',
    photo:
      'DATA UPDATE biophoto PIN=100000001\tType=9\tSize={size}\tContent={base64}\tFormat=0\tUrl=\tPostBackTmpFlag=0',
    remove: 'DATA DELETE user Pin=100000001',
    unread: 'DATA QUERY tablename=transaction,fielddesc=*,filter=NewRecord',
    above: 'ACCOUNT transaction MaxIndex=20',
  },
  /** results as devices word them: capitals and the name of the command differ */
  results: [
    'ID=295&Return=0&CMD=DATA UPDATE\nID=296&Return=0&CMD=DATA UPDATE\n',
    'ID=297&return=0&cmd=DATA&SN=3383154200002\n',
    'ID=298&Return=-5000&CMD=DATA UPDATE',
  ],
  photoError: 'errorlog errcode=D01E0003\terrmsg=\tdataorigin=cmd\tcmdid={id}\tadditional=',
  /** codes printed in the specification, of device seconds and of time-zone segments */
  seconds: [
    [752688180, '2023-06-01T16:03:00+08:00'],
    [755193780, '2023-06-30T16:03:00+08:00'],
    [864201600, '2026-11-21T08:00:00+08:00'],
    [867801599, '2026-12-31T23:59:59+08:00'],
  ],
} as const;
