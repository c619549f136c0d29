import { Controller, Get, HttpCode, Inject, ServiceUnavailableException } from '@nestjs/common';
import type { Platform } from '@perspectief/assembly';
import { PLATFORM } from './tokens.js';

@Controller('health')
export class HealthController {
  constructor(@Inject(PLATFORM) private readonly platform: Platform) {}

  @Get('live')
  @HttpCode(200)
  live(): object {
    return { status: 'live' };
  }

  @Get('ready')
  async ready(): Promise<object> {
    const status = await this.platform.readiness();
    if (status === 'ready') return { status };
    throw new ServiceUnavailableException({ status });
  }
}
