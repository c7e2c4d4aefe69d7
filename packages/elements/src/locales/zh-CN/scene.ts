import type { SceneTerms } from '../en/scene.js';

/** In Simplified Chinese. */
export const sceneTerms: SceneTerms = {
  sceneOf: (name, machines, running, faults) => {
    const broken =
      faults.length === 0
        ? '无故障'
        : `${faults.length} 台故障：${faults.slice(0, 5).join('、')}${faults.length > 5 ? '等' : ''}`;
    return `${name}三维视图：${machines} 台设备，${running} 台运行，${broken}`;
  },
  sceneKeys: '方向键旋转画面，Shift 加方向键移动，加减号缩放，Home 键显示全部。之后是设备列表。',
  machineList: '设备',
  machineListKeys: '方向键选择设备，回车键飞到该设备。',
  sceneViews: '视角',
  startTour: '巡览',
  stopTour: '停止巡览',
  sceneLost: '显卡暂时收回了画面，恢复后会自动显示。',
  sceneFailed: '三维画面加载失败。',
  sceneWithoutWebGl: '此浏览器不能显示三维画面（缺少 WebGL 2），改为显示平面图。',
  modelsMissing: (count) => `${count} 台设备以其类型的通用模型显示。`,
  modelNeedsDecoder: (file, decoder) => `${file} 需要 ${decoder} 解码器，本软件未附带。`,
  modelUnreadable: (file) => `${file} 无法读取。`,
  modelElsewhere: (file) => `${file} 位于其他网站，未予加载。`,
  moreFaults: (count) => `另有 ${count} 台`,
};
