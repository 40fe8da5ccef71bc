/** A gate as the demo campus has it: `car` means that vehicles may enter too. */
interface PlaceGate {
  code: string;
  name: string;
  nameEn: string;
  car: boolean;
  hint: string;
}

export interface Place {
  number: number;
  name: string;
  nameEn: string;
  address: string;
  /** how much of the university's life happens here */
  weight: number;
  gates: PlaceGate[];
  units: string[];
}

const gate = (code: string, name: string, nameEn: string, car: boolean, hint: string): PlaceGate => ({
  code,
  name,
  nameEn,
  car,
  hint,
});

/** The five campuses of an invented university in Pinghu, Zhejiang, with their gates and units. */
export const places: Place[] = [
  {
    number: 1,
    name: '文昌校区',
    nameEn: 'Wenchang Campus',
    address: '浙江省平湖市文昌路 1 号',
    weight: 46,
    gates: [
      gate('WC-E', '东门', 'East Gate', true, '文昌路正门，地铁与公交站旁'),
      gate('WC-S', '南门', 'South Gate', true, '学苑路，货车由此进'),
      gate('WC-W', '西门', 'West Gate', false, '只供步行，22 点后关闭'),
      gate('WC-N', '北门', 'North Gate', true, '图书馆后，访客停车场入口'),
    ],
    units: [
      '计算机科学与技术学院', '数学科学学院', '物理学院', '化学化工学院', '机械工程学院', '电气与自动化学院', '材料科学与工程学院',
      '土木工程学院', '经济管理学院', '法学院', '人文学院', '马克思主义学院', '学校办公室', '组织部', '宣传部', '人事处', '教务处',
      '科研处', '财务处', '保卫处', '后勤保障处', '信息化办公室', '审计处', '图书馆', '校友会办公室', '基建处',
    ],
  },
  {
    number: 2,
    name: '东湖校区',
    nameEn: 'East Lake Campus',
    address: '浙江省平湖市环湖东路 66 号',
    weight: 24,
    gates: [
      gate('DH-M', '正门', 'Main Gate', true, '环湖东路，设访客中心'),
      gate('DH-N', '北门', 'North Gate', false, '湖滨步道，只供步行'),
      gate('DH-S', '南门', 'South Gate', true, '宿舍区与体育馆'),
    ],
    units: [
      '外国语学院', '教育学院', '艺术设计学院', '音乐学院', '体育学院', '新闻与传播学院', '旅游学院', '国际教育学院', '继续教育学院',
      '学生工作部', '团委', '招生就业处', '国际合作处', '体育场馆中心',
    ],
  },
  {
    number: 3,
    name: '医学校区',
    nameEn: 'Medical Campus',
    address: '浙江省平湖市仁济路 18 号',
    weight: 16,
    gates: [gate('YX-E', '东门', 'East Gate', true, '仁济路，附属医院对面'), gate('YX-W', '西门', 'West Gate', true, '实验动物中心旁')],
    units: ['基础医学院', '临床医学院', '护理学院', '药学院', '公共卫生学院', '口腔医学院', '校医院', '实验动物中心', '医学图书馆'],
  },
  {
    number: 4,
    name: '南湖校区',
    nameEn: 'South Lake Campus',
    address: '浙江省平湖市南市路 209 号',
    weight: 9,
    gates: [gate('NH-E', '东门', 'East Gate', true, '南市路'), gate('NH-S', '南门', 'South Gate', false, '只供步行')],
    units: ['农学院', '生命科学学院', '环境与资源学院', '食品科学学院', '海洋学院', '实验农场', '成人教育中心'],
  },
  {
    number: 5,
    name: '大学科技园',
    nameEn: 'Science Park',
    address: '浙江省平湖市新华北路 500 号',
    weight: 5,
    gates: [gate('KJ-1', '一号门', 'Gate 1', true, '新华北路，企业访客'), gate('KJ-2', '二号门', 'Gate 2', true, '货运通道')],
    units: ['人工智能研究院', '集成电路研究院', '技术转移中心', '创业孵化中心', '资产经营公司', '光机电研究所'],
  },
]; // prettier-ignore
