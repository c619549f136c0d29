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
    try {
      await this.platform.database.query('select 1');
      return { status: 'ready' };
    } catch {
      throw new ServiceUnavailableException({ status: 'waiting for the database' });
    }
  }
}
